#!/usr/bin/env bash
# Puts the certificate of the secrets into a keychain of its own, and tells the steps that follow who signs. No secret is
# printed or stands on a command line that others see; the keychain is deleted at the end of the job.
set -euo pipefail
keychain="$RUNNER_TEMP/release.keychain-db"
certificate="$RUNNER_TEMP/certificate.p12"
own_password=$(uuidgen)
echo "::add-mask::$own_password"
trap 'rm -f "$certificate"' EXIT

printf %s "$MACOS_CERTIFICATE" | base64 --decode >"$certificate"
security create-keychain -p "$own_password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$own_password" "$keychain"
security import "$certificate" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -f pkcs12 -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$own_password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(Developer ID Application: .*\)"$/\1/p' | head -n 1)
if [ -z "$identity" ]; then
    echo "The certificate is none of the kind 'Developer ID Application'." >&2
    exit 1
fi
echo "DASARKITA_MAC_IDENTITY=$identity" >>"$GITHUB_ENV"
if [ -n "${NOTARY_KEY:-}" ]; then
    (umask 077 && printf '%s\n' "$NOTARY_KEY" >"$RUNNER_TEMP/notary.p8")
    echo "DASARKITA_NOTARY_KEY=$RUNNER_TEMP/notary.p8" >>"$GITHUB_ENV"
fi
