import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The only module that may use `@html`: we build everything it inserts. */
const MAY_INSERT_HTML = ['src/lib/story/prose/Island.svelte'];

export default defineConfig(
  { ignores: ['.svelte-kit/', 'build/', 'static/', 'test-results/', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      eqeqeq: 'error',
      // Bans every suppression of the type checker, even with a reason.
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-check': false, 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A number in a template is intended, and reads better than String(number).
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A key that only the data knows reads better in brackets.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // This rule asks for `!`, which is banned here.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Allows both type and interface, whichever reads better.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },

  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // TypeScript reports these itself; it knows re-exports and component generics, where the linter
      // guesses.
      'no-undef': 'off',
      'no-import-assign': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // A Map inside a calculation is not state.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error',
      // An invisible character is clearer as an escape.
      'svelte/no-useless-mustaches': ['error', { ignoreStringEscape: true }],
      // Pages load whole (no router), so links are plain; a link that starts with a slash breaks under a
      // subpath.
      'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'SvelteAttribute[key.name=/^(href|src|action)$/] > SvelteLiteral:first-child[value=/^\\u002F/]',
          message: 'A link that begins with a slash breaks when the site lies under a subpath.',
        },
      ],
    },
  },
  { files: MAY_INSERT_HTML, rules: { 'svelte/no-at-html-tags': 'off' } },
  { files: ['scripts/**', 'tests/**', '*.config.*'], languageOptions: { globals: globals.node } },
  // Functions passed to the browser run there.
  {
    files: ['scripts/screens.mjs', 'scripts/bench-pages.mjs', 'tests/browsers/*.mjs'],
    languageOptions: { globals: globals.browser },
  },

  prettier,
  svelte.configs.prettier,
);
