import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { learn } from "./translate.ts";

// On the server, where every reader's language is spoken.
learn("fr", fr);
learn("en", en);
