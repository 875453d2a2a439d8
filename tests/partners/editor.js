// What Visual Studio Code shows for a JSON file: the first line of input is the path of a schema, the rest the file.
//
// The output is an object: what it says of each key in `hovers`, what it offers at each `|` of the
// file in `offers`, and its complaints in `complaints`. Nothing is fetched.

import { readFileSync } from "node:fs";

import service from "vscode-json-languageservice";

const [path, ...lines] = readFileSync(0, "utf-8").split("\n");
const marked = lines.join("\n");
const schema = JSON.parse(readFileSync(path));
const language = service.getLanguageService({
  clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } } },
});
language.configure({ schemas: [{ uri: schema.$id, fileMatch: ["*"], schema }] });

const open = (text) => {
  const file = service.TextDocument.create("file:///case.json", "json", 1, text);
  return [file, language.parseJSONDocument(file)];
};

const offers = [];
for (let at = marked.indexOf("|"); at >= 0; at = marked.indexOf("|", at + 1)) {
  const [file, parsed] = open(marked.slice(0, at) + marked.slice(at + 1));
  const found = await language.doComplete(file, file.positionAt(at), parsed);
  offers.push(found.items.map((item) => [item.label, item.documentation?.value ?? item.documentation ?? "", item.insertText]));
}

const [file, parsed] = open(marked.replaceAll("|", ""));
const hovers = {};
for (const key of file.getText().matchAll(/"(\w+)":/g)) {
  const found = await language.doHover(file, file.positionAt(key.index + 1), parsed);
  hovers[key[1]] = found?.contents.join("\n");
}
const complaints = (await language.doValidation(file, parsed)).map((one) => one.message);
console.log(JSON.stringify({ hovers, offers, complaints }));
