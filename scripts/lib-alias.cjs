// Exists so that dependency-cruiser resolves `$lib` as Kit does: it reads aliases from a file of this form only.
const { join } = require('node:path');

module.exports = { resolve: { alias: { $lib: join(__dirname, '../src/lib') } } };
