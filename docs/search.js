// Settings of the search of Sphinx, which copies this text into its own script.

// A browser refuses to read another page of a folder on disk, so extracts are shown by a server only.
DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY &&= location.protocol !== "file:";

const sought = (new URLSearchParams(location.search).get("q") ?? "").trim().toLowerCase();

// The very name comes before names that contain it, a heading before a code, and either before the page that it is on.
// A member is found by its heading; its full name matters only to somebody who writes a dot.
Scorer.score = ([, title, anchor, description, score]) => {
  const names = title.toLowerCase().split(/[.:>]/).map((name) => name.trim());
  const isMember = description?.startsWith("member") && !sought.includes(".");
  const isHeading = anchor && !description;
  return score + (isHeading ? 12 : anchor ? 3 : 0) + (names.includes(sought) ? 20 : 0) - (isMember ? 40 : 0);
};
