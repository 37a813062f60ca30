// Makes the site readable offline and offers a newer version when there is one. Nothing else depends on it.

/** Delay before the rest of the site is fetched, in milliseconds, so that the page itself loads first. */
const LATER = 4000;

type Policy = { createScriptURL: (address: string) => string };
type Policies = { createPolicy: (name: string, policy: Policy) => Policy };

/**
 * Returns the URL in the form that browsers with Trusted Types require. Only ever used for our own worker.
 */
function trusted(address: string): string {
  const policies = Reflect.get(window, 'trustedTypes') as Policies | undefined;
  return (
    policies?.createPolicy('own-worker', { createScriptURL: (own) => own }).createScriptURL(address) ??
    address
  );
}

/** Shows that a newer version is available. The new worker takes over when the reader agrees. */
function offer(waiting: ServiceWorker): void {
  const line = document.querySelector<HTMLElement>('[data-newer]');
  if (!line) return;
  line.hidden = false;
  line.querySelector('button')?.addEventListener(
    'click',
    () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        location.reload();
      });
      waiting.postMessage('take over');
    },
    { once: true },
  );
}

async function register(): Promise<void> {
  // The manifest lies at the root of the site.
  const home = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href).href;
  const registration = await navigator.serviceWorker.register(trusted(`${home}service-worker.js`), {
    scope: home,
  });
  const { waiting } = registration;
  if (waiting) offer(waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first worker replaces none, so there is nothing to offer.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing);
    });
  });
}

/**
 * Registers the service worker, unless the reader has asked to save data or the browser does not support it.
 */
export function registerServiceWorker(): void {
  const saves =
    (Reflect.get(navigator, 'connection') as { saveData?: boolean } | undefined)?.saveData === true;
  if (saves || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // When the browser refuses storage, the site just cannot be read offline.
    register().catch(() => undefined);
  }, LATER);
}
