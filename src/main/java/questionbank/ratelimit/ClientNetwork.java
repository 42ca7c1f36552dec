package questionbank.ratelimit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Normalizes a client's address to the network that one customer is assigned: an IPv4
 * address, or the first 64 bits of an IPv6 address.
 */
final class ClientNetwork {

	private static final int IPV6_PREFIX_BYTES = 8;

	private ClientNetwork() {
	}

	static String of(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			var bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_PREFIX_BYTES));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
