package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells clients apart by their address, for the slowing of guesses. */
public final class Clients {

    private static final String BEHIND_PROXY = "registration.behind.proxy";

    /** One subscriber has a whole network of this many bytes of IPv6. */
    private static final int NETWORK_BYTES = 8;

    private Clients() {
    }

    /**
     * The IPv4 address or IPv6 network of the client: the peer's, or, with REGISTRATION_BEHIND_PROXY=true, what the proxy before this
     * server wrote last into X-Forwarded-For. What stands before that is the client's own word, and is not believed.
     */
    public static String address(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        var behindProxy = ConfigProvider.getConfig().getOptionalValue(BEHIND_PROXY, Boolean.class).orElse(false);
        return network(behindProxy && forwarded != null ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip() : request.getRemoteAddr());
    }

    static String network(String address) {
        if (!address.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length <= NETWORK_BYTES ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
