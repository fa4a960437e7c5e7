/**
 * The public half of the extension's key (DER, base64). It fixes the extension's id, so that the app knows whom to
 * call; the private half was never kept, since unpacked extensions and stores do not need it.
 */
export const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3pCg4fG6LjgCfrXrbl88zGCKe6yThtX6QK9Vz7oyKHD8B6D6npWQ' +
  'W43HG6NkTQHyc3g5WukKqd14wR5u27VO4Dhql8N29fjto7G20XfnFD8UZiwTa3aWgm4giln680uvW3e3wZbDTAvMUyPLhp8k' +
  '3ouYu7vxg6SAdBcWgs8CT15kMEBI8gdUaThR12+KDOC4zoDborXdV3uIgGc+ojJykR83juyywaZTjPCF6kD4xt/mehnwQf0I' +
  'iJhpB2+TUpXW7IVBqCgY+gUKxt1fVqjQ4KErAxWJU8fJSzWvqnULmoDaWzFFQQW+n2BGnGD5d2NY9RQP4k8uO/yRucemRAD5' +
  '4wIDAQAB';
