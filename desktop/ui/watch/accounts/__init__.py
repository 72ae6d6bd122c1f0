"""The register of accounts, looking it through, and runs for somebody who joins or leaves."""
