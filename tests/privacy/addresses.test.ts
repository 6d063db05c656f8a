import { expect, test } from "vitest";
import { asWritten, otherAddresses } from "#app/privacy/addresses.ts";

const ways = { plusTags: true, domains: [["example.org", "example.com", "old.example"]] };

test("unless the company says so, an address means itself and nothing else", () => {
  expect(otherAddresses("ada+news@example.org", asWritten)).toEqual([]);
});

test("a plus-tag is left out, and the company's domains stand for each other", () => {
  expect(otherAddresses("Ada+news@Example.org", ways)).toEqual([
    "Ada+news@example.com",
    "Ada+news@old.example",
    "Ada@example.org",
    "Ada@example.com",
    "Ada@old.example",
  ]);
});

test("a domain of somebody else's stays what it is", () => {
  expect(otherAddresses("ada@gmail.example", ways)).toEqual([]);
});

test("what is no address has no other way to be written", () => {
  expect(otherAddresses("ada", ways)).toEqual([]);
  expect(otherAddresses("+tag@example.org", { ...ways, domains: [] })).toEqual([]);
});
