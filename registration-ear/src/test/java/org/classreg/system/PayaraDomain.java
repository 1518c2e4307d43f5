package org.classreg.system;

import java.util.regex.Pattern;

/** Makes a test domain of Payara's stock domain.xml: nothing listens outside the loopback address, and what is not needed is off. */
final class PayaraDomain {

    private static final String SERVER = "<config name=\"server-config\">";
    private static final String NO_JMS = "<jms-service type=\"DISABLED\" default-jms-host=\"none\">"
        + "<jms-host name=\"none\" host=\"127.0.0.1\" port=\"7676\" lazy-init=\"false\"/></jms-service>";
    private static final Pattern REMOTE_SHELL =
        Pattern.compile("<jvm-options>-D(org\\.glassfish\\.additionalOSGi|osgi\\.shell\\.telnet)[^<]*</jvm-options>");

    private PayaraDomain() {
    }

    /** The admin listener can not be switched off: it gets a port of its own. */
    static String onLoopback(String stock, int httpPort, int adminPort) {
        String domain = REMOTE_SHELL.matcher(stock).replaceAll("");
        domain = edit(domain, "port=\"8080\" protocol", "port=\"" + httpPort + "\" address=\"127.0.0.1\" protocol");
        domain = edit(domain, "port=\"4848\" protocol", "port=\"" + adminPort + "\" address=\"127.0.0.1\" protocol");
        domain = edit(domain, "port=\"8181\" protocol", "port=\"8181\" address=\"127.0.0.1\" enabled=\"false\" protocol");
        // IIOP and JMX
        domain = edit(domain, "address=\"0.0.0.0\"", "address=\"127.0.0.1\" enabled=\"false\"");
        domain = edit(domain, SERVER, SERVER + NO_JMS);
        domain = edit(domain, "<hazelcast-config-specific-configuration>", "<hazelcast-config-specific-configuration enabled=\"false\">");
        return edit(domain, "<jvm-options>-server</jvm-options>",
            "<jvm-options>-XX:TieredStopAtLevel=1</jvm-options><jvm-options>-XX:+UseSerialGC</jvm-options>");
    }

    private static String edit(String domain, String from, String to) {
        if (!domain.contains(from)) {
            throw new IllegalStateException("domain.xml has no " + from + ": has another version of Payara changed it?");
        }
        return domain.replace(from, to);
    }
}
