/** Id of the browser extension: the first 128 bits of its public key's SHA-256, written a-p (extension/key.ts). */
export const extensionId = 'coghbmfbbmjlnnipgmfgfjimikohkbob';
