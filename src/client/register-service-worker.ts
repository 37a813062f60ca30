// Lets a page be read without a connection, and offers what is newer. Nothing depends on it.

/** How long after a page has come the rest of the site is fetched, in milliseconds: whoever reads comes first. */
const LATER = 4000;

type Policy = { createScriptURL: (address: string) => string };
type Policies = { createPolicy: (name: string, policy: Policy) => Policy };

/** An address as browsers with Trusted Types want it: only ever our own worker's. */
function trusted(address: string): string {
  const policies = Reflect.get(window, 'trustedTypes') as Policies | undefined;
  return (
    policies?.createPolicy('own-worker', { createScriptURL: (own) => own }).createScriptURL(address) ??
    address
  );
}

/** Shows that a newer version is there; it takes over when the reader says so. */
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
  // The site begins where its manifest lies.
  const home = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href).href;
  const registration = await navigator.serviceWorker.register(trusted(`${home}service-worker.js`), {
    scope: home,
  });
  const { waiting } = registration;
  if (waiting) offer(waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // A first one waits for nobody.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing);
    });
  });
}

/** Keeps the site for later, unless a reader saves data or the browser cannot. */
export function registerServiceWorker(): void {
  const saves =
    (Reflect.get(navigator, 'connection') as { saveData?: boolean } | undefined)?.saveData === true;
  if (saves || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // Where storage is refused there is nothing to keep, and nothing else is lost.
    register().catch(() => undefined);
  }, LATER);
}
