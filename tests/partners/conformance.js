// Runs the part of the conformance kit that a schema decides: the folder of the schemas is the argument.

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const read = (name) => JSON.parse(readFileSync(`${process.argv[2]}/${name}`));
const ajv = new Ajv({ strict: false });
const accepts = { case: ajv.compile(read("case.schema.json")), shared: ajv.compile(read("shared.schema.json")) };
const wrong = read("conformance/schema.json").items.filter((item) => accepts[item.schema](item.document) !== item.valid);
console.log(wrong.map((item) => item.covers).join("\n"));
process.exit(wrong.length > 0 ? 1 : 0);
