import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ strict: true }),
    // One build serves `/`, any subpath, and (for reading) a folder opened as files.
    paths: { relative: true },
    // A fixed name: two builds of one commit are identical bytes.
    version: { name: 'story' },
  },
};
