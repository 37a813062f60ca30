/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// Takes the place of the worker where a site wants none any more: clears what was kept and removes itself. No page is
// reloaded for it.
const leaving = self as unknown as ServiceWorkerGlobalScope;

leaving.addEventListener('install', () => void leaving.skipWaiting());
leaving.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith('story-')) await caches.delete(name);
    await leaving.registration.unregister();
  };
  event.waitUntil(clear());
});
