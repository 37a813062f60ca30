// Keeps frames of this site as tall as what is in them. Of a message it takes one number, and only from such a frame.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const ours = () =>
    [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(`${origin}/`));
  addEventListener('message', (event) => {
    const { data, source } = event;
    if (event.origin !== origin && event.origin !== 'null') return;
    if (!data || Object.keys(data).join() !== 'sentinel,type,height') return;
    if (data.sentinel !== 'amp' || data.type !== 'embed-size' || !Number.isInteger(data.height)) return;
    for (const frame of ours())
      if (frame.contentWindow === source)
        frame.style.height = `${Math.min(4000, Math.max(120, data.height))}px`;
  });
  // Whoever has spoken before this was here is asked to say it again.
  for (const frame of ours()) frame.contentWindow.postMessage('height?', '*');
})();
