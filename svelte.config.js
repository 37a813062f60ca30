import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ strict: true }),
    // One build serves `/`, any subpath, and (for reading) a folder opened as files.
    paths: { relative: true },
    prerender: {
      // No page links to the second; those who look for it know where it is.
      entries: ['*', '/.well-known/security.txt'],
      // Pictures are made from what the pages hand out, after them; a test of the built pages finds a lost one.
      handleHttpError: ({ path, message }) => {
        if (!/\/img\/.*\.png$/.test(path)) throw new Error(message);
      },
    },
    // A fixed name: two builds of one commit are identical bytes.
    version: { name: 'story' },
  },
};
