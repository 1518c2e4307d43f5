package org.classreg.console.account;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.classreg.console.LocalTimes;
import org.classreg.security.AccessToken;
import org.classreg.security.AccessToken.Scope;

/** A token as its owner's page shows it; a token is of no program's time zone. */
public record TokenRow(long id, String name, String may, String created, String expires, String lastUsed) implements Serializable {

    static TokenRow of(AccessToken token) {
        return new TokenRow(token.getId(), token.getName(), token.getScope() == Scope.READ ? "read" : "read and change",
                moment(token.getCreatedAt()), moment(token.getExpiresAt()),
                token.lastUsedAt().map(TokenRow::moment).orElse("never"));
    }

    private static String moment(Instant instant) {
        return LocalTimes.moment(instant, ZoneOffset.UTC) + " UTC";
    }
}
