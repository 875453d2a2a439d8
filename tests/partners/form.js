// What react-jsonschema-form shows, with the function and the settings of our page on the schema.
//
// The arguments are the published schema of cases and the page. The input is a list of documents. The output
// has the `labels` of the form without our function (`plain`) and with it (`labels`), what it offers for a
// code (`codes`), what it makes of the first documents (`filled`), and its verdict on each (`accepted`).

import { readFileSync } from "node:fs";

import rjsf from "@rjsf/core";
import { createSchemaUtils } from "@rjsf/utils";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const [path, page] = process.argv.slice(2).map((name) => readFileSync(name, "utf-8"));
const documents = JSON.parse(readFileSync(0, "utf-8"));
const published = JSON.parse(path);
const [, code] = page.match(/<!-- form -->\n```js\n(.*?)^```$/ms);
const [, settings] = page.match(/^const settings = (.*);$/m);
const { formSchema } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const experimental_defaultFormStateBehavior = (await import(`data:text/javascript,${encodeURIComponent(`export default ${settings}`)}`)).default;

const validator = customizeValidator({ AjvClass: Ajv2020, ajvOptionsOverrides: { strict: false } });
const schema = formSchema(published);
const formData = { rednotice: "1.0", id: "c-1", subjects: [{ label: "A" }], notices: [{ kind: "red" }] };

const form = (used) => renderToStaticMarkup(createElement(rjsf.default ?? rjsf, { schema: used, validator, formData, experimental_defaultFormStateBehavior }));
const texts = (html, tag) => [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "g"))].map(([, inner]) => inner.replace(/<[^>]*>/g, ""));
const labels = (html) => [...texts(html, "label"), ...texts(html, "legend")].map((label) => label.replace(/\*$/, ""));

const html = form(schema);
const [, sexes] = html.match(/<select id="root_subjects_0_sex"[^>]*>(.*?)<\/select>/);
const tools = createSchemaUtils(validator, schema, experimental_defaultFormStateBehavior);
const accepts = new Ajv2020({ strict: false }).compile(schema);
console.log(
  JSON.stringify({
    plain: labels(form(published)),
    labels: labels(html),
    codes: texts(sexes, "option"),
    filled: documents.slice(0, 25).map((one) => tools.getDefaultFormState(schema, one)),
    accepted: documents.map((one) => accepts(one)),
  }),
);
