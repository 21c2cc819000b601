import Testing

@testable import Core

/// Where a live database may send events, and where it never does.
@Suite struct WebhookAddressTests {
  @Test(arguments: [
    "https://example.com", "https://example.com/hook?x=1#y", "https://EXAMPLE.com:8443/", "https://8.8.8.8/x",
    "https://172.32.0.1", "https://100.128.0.1", "https://[2606:4700::1111]/x", "https://192.0.3.1",
    "https://example.com.",
  ])
  func publicHostsAreCalled(address: String) throws {
    #expect(try WebhookAddress(address, field: "webhook_url").objection == nil)
  }

  @Test(arguments: [
    "https://localhost/x", "https://localhost./x", "https://api.localhost", "https://printer", "https://nas.local",
    "https://db.internal", "https://127.0.0.1", "https://127.1", "https://0x7f000001", "https://2130706433",
    "https://0177.0.0.1", "https://10.0.0.1", "https://172.16.0.1", "https://172.31.255.255", "https://192.168.1.1",
    "https://169.254.169.254/latest", "https://100.64.0.1", "https://0.0.0.0", "https://224.0.0.1",
    "https://255.255.255.255", "https://[::1]:8080/", "https://[::]", "https://[fe80::1]", "https://[fc00::1]",
    "https://[fd12:3456::1]", "https://[::ffff:127.0.0.1]", "https://[::ffff:7f00:1]", "https://[64:ff9b::10.0.0.1]",
    "https://[2002:7f00:1::]", "https://[ff02::1]", "https://[2001:db8::1]", "http://example.com",
  ])
  func privateHostsAndPlainTextAreNot(address: String) throws {
    #expect(try WebhookAddress(address, field: "webhook_url").objection != nil)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https:/example.com", "https://", "https:///x", "https://user@example.com",
    "https://user:secret@example.com", "https://example.com:0", "https://example.com:65536", "https://example.com:x",
    "https://exa mple.com", "https://[::1", "https://[1.2.3.4]", "https://a:1:2", "javascript:alert(1)",
    "https://example.com\\@10.0.0.1", "https://exämple.com", "https://\u{202E}example.com",
  ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: InvalidInput.self) { try WebhookAddress(text, field: "webhook_url") }
  }
}
