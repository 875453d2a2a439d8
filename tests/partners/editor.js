// What an editor shows for files: the arguments are the language, json or yaml, the path of a schema, and
// "complaints" where nothing else is asked.
//
// The input is a list of files. A file may have marks `|`. For each, the output has what the editor says
// of each key in `hovers`, what it offers at each mark in `offers`, and its complaints in `complaints`.
// Nothing is fetched.

import { readFileSync } from "node:fs";

import json from "vscode-json-languageservice";
import { getLanguageService } from "yaml-language-server";

const [language, path, only] = process.argv.slice(2);
const files = JSON.parse(readFileSync(0, "utf-8"));
const schema = JSON.parse(readFileSync(path));
const clientCapabilities = {
  textDocument: { completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } } },
};
const schemas = [{ uri: schema.$id, fileMatch: ["*"], schema }];

const ofJson = () => {
  const service = json.getLanguageService({ clientCapabilities });
  service.configure({ schemas });
  return {
    complete: (file, position) => service.doComplete(file, position, service.parseJSONDocument(file)),
    hover: (file, position) => service.doHover(file, position, service.parseJSONDocument(file)),
    complaints: (file) => service.doValidation(file, service.parseJSONDocument(file)),
  };
};

const ofYaml = () => {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.reject(new Error(`${uri} must not be fetched`)),
    workspaceContext: { resolveRelativePath: (relative) => relative },
    clientCapabilities,
  });
  service.configure({ schemas, validate: true, hover: true, completion: true, yamlVersion: "1.2" });
  return {
    complete: (file, position) => service.doComplete(file, position, false),
    hover: (file, position) => service.doHover(file, position),
    complaints: (file) => service.doValidation(file, false),
  };
};

const editor = language === "yaml" ? ofYaml() : ofJson();
const asText = (said) => [said ?? ""].flat().map((one) => one.value ?? one).join("\n");
let opened = 0;
const open = (text) => json.TextDocument.create(`file:///${(opened += 1)}.${language}`, language, 1, text);

const complained = async (text) => (await editor.complaints(open(text))).map((one) => one.message);

const shown = async (marked) => {
  const offers = [];
  for (let at = marked.indexOf("|"); at >= 0; at = marked.indexOf("|", at + 1)) {
    const file = open((marked.slice(0, at) + marked.slice(at + 1)).replaceAll("|", ""));
    const found = await editor.complete(file, file.positionAt(at));
    offers.push(found.items.map((item) => [item.label, asText(item.documentation), item.insertText]));
  }

  const file = open(marked.replaceAll("|", ""));
  const hovers = {};
  for (const key of file.getText().matchAll(/(\w+)"?:/g)) {
    const found = await editor.hover(file, file.positionAt(key.index + 1));
    hovers[key[1]] = asText(found?.contents);
  }
  return { hovers, offers, complaints: await complained(file.getText()) };
};

const answers = [];
for (const file of files) answers.push(only ? { complaints: await complained(file) } : await shown(file));
console.log(JSON.stringify(answers));
