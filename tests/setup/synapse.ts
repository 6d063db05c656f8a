/**
 * A Matrix server (Synapse) of one's own, on this machine, to be read for real: its address, and
 * its `registration_shared_secret`. Null where nobody started one.
 */
export const synapse =
  process.env.SYNAPSE && process.env.SYNAPSE_SECRET
    ? { address: process.env.SYNAPSE, secret: process.env.SYNAPSE_SECRET }
    : null;
