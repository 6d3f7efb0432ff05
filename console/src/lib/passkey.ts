/** Passkeys as the browser makes and shows them. What goes to the station and comes from it is JSON as the standard writes it. */

/** The officer did not touch the key, or there is none for this station: nothing was asked of the station. */
export class NoPasskey extends Error {}

async function asked(what: () => Promise<Credential | null>): Promise<Record<string, unknown>> {
  try {
    const made = await what()
    if (made instanceof PublicKeyCredential) return { ...(made.toJSON() as object) }
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
  }
  throw new NoPasskey()
}

export const make = (options: Record<string, unknown>): Promise<Record<string, unknown>> =>
  asked(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON),
    }),
  )

export const show = (options: Record<string, unknown>): Promise<Record<string, unknown>> =>
  asked(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON),
    }),
  )
