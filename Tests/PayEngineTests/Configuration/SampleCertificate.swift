/// An authority that signed itself, as `ca_file` holds it.
enum SampleCertificate {
    static let text = """
        -----BEGIN CERTIFICATE-----
        MIIBdjCCARugAwIBAgIUDiqjYD5Q23OllXTcQMhcRJxRoBkwCgYIKoZIzj0EAwIw
        DzENMAsGA1UEAwwEVGVzdDAgFw0yNjExMjgwNzQ0MDJaGA8yMTI2MTEwNDA3NDQw
        MlowDzENMAsGA1UEAwwEVGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBTN
        xqfpZN1eN1jcLc4HBNANs+i9jDy+IyxEtC4L9/qkMDdy9R2TKxXuntv2pxvGrxtc
        ri/HyNUT61Kqi8nwl1mjUzBRMB0GA1UdDgQWBBRJbbbOjZy1Zy5EIdod1eYfzw0E
        2zAfBgNVHSMEGDAWgBRJbbbOjZy1Zy5EIdod1eYfzw0E2zAPBgNVHRMBAf8EBTAD
        AQH/MAoGCCqGSM49BAMCA0kAMEYCIQCvCJL529sSjBPvQJcUnW0wvgY6VSNn9uQs
        zIyiltC1vQIhAI7CHQX7znfXsUVLreqKqrtLSZOOgLiEP92Uazxlt6R9
        -----END CERTIFICATE-----

        """
}
