# Signs files by Azure Artifact Signing, as the account that `az` is signed in with:
#   pwsh -File .github\scripts\sign_windows.ps1 FILE...
# Called by packaging/windows/build_setup.py for the program, the uninstaller and the setup.
$ErrorActionPreference = 'Stop'
if ($args.Count -eq 0) { throw 'Which files?' }
$files = $args | ForEach-Object { (Resolve-Path -LiteralPath $_).Path }
Invoke-ArtifactSigning -Endpoint $env:SIGNING_ENDPOINT -CodeSigningAccountName $env:SIGNING_ACCOUNT `
    -CertificateProfileName $env:SIGNING_PROFILE -Files ($files -join ',') -FileDigest SHA256 `
    -TimestampRfc3161 'http://timestamp.acs.microsoft.com' -TimestampDigest SHA256
