/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// Replaces the service worker when a site no longer wants one: deletes the caches and unregisters itself. It
// reloads no page.
const leaving = self as unknown as ServiceWorkerGlobalScope;

leaving.addEventListener('install', () => void leaving.skipWaiting());
leaving.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith('story-')) await caches.delete(name);
    await leaving.registration.unregister();
  };
  event.waitUntil(clear());
});
