/**
 * Whether a kept value belongs to the user's work and travels in a backup. All others (secrets, positions, pairing)
 * belong to one browser: they neither leave it nor are taken from a file, since whoever wrote the file would then say
 * what this browser shares with a server.
 */
export const isPortable = (key: string): boolean => /^(mapping|setting)[:.]/.test(key);
