// The build settings: the URL of the site and the URL for corrections. Pure: the caller passes the values.

/** A build setting with its validation rule. */
interface Setting {
  /** The number of the rule, as error messages cite it. */
  rule: string;
  holds: (value: string) => boolean;
  expected: string;
  fix: string;
}

const SETTINGS = {
  PUBLIC_SITE_URL: {
    rule: '001',
    holds: (value) => /^https:\/\/[^\s?#@"'<>\\]+$/.test(value) && URL.canParse(value),
    expected:
      'an https address without query, fragment or credentials, such as "https://example.org/story/".',
    fix: 'set it to the address at which the site will lie, or leave it out.',
  },
  PUBLIC_CONTACT_URL: {
    rule: '002',
    holds: (value) =>
      /^(https:\/\/[^\s"'<>\\]+|mailto:[^\s"'<>\\@]+@[^\s"'<>\\@]+)$/.test(value) && URL.canParse(value),
    expected: 'an https or mailto address.',
    fix: 'set it to where corrections may be sent, or leave it out.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export type Given = Readonly<Partial<Record<string, string>>>;

/** Returns a problem for every setting that has an invalid value, in the format of the data checks. */
export const settingProblems = (given: Given): string[] =>
  Object.entries<Setting>(SETTINGS).flatMap(([name, { rule, holds, expected, fix }]) => {
    const value = given[name] ?? '';
    return value === '' || holds(value)
      ? []
      : [
          `SITE-${rule} environment#/${name}: is no address that can be used. Expected ${expected} Got ${JSON.stringify(value)}. Fix: ${fix}`,
        ];
  });

/**
 * Returns the value of a setting, or null if it is not set. The check before the build has rejected invalid
 * values.
 */
export function settingOf(given: Given, name: SettingName): string | null {
  const value = given[name] ?? '';
  return SETTINGS[name].holds(value) ? value : null;
}
