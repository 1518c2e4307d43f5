package org.classreg.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.api.http.ShownOnce;
import org.classreg.security.AccessToken.Scope;
import org.classreg.security.AccessToken;
import org.classreg.security.AccessTokens;

/** The access tokens of the caller. */
@Path("me/tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    AccessTokens tokens;

    /** What is asked for; the scope is "read" or "write". */
    public record NewToken(@NotNull String name, @NotNull String scope, @NotNull String expiresAt) {

        Scope wantedScope() {
            return "read".equals(scope) ? Scope.READ : "write".equals(scope) ? Scope.WRITE : null;
        }
    }

    /** A token; the secret is null except in the answer that made it. */
    public record TokenJson(long id, String name, String scope, String createdAt, String expiresAt, String lastUsedAt, String secret) {

        static TokenJson of(AccessToken token, String secret) {
            return new TokenJson(token.getId(), token.getName(), token.getScope().name().toLowerCase(Locale.ROOT),
                    token.getCreatedAt().toString(), token.getExpiresAt().toString(), token.lastUsedAt().map(Instant::toString).orElse(null),
                    secret);
        }
    }

    @GET
    public Response list(@BeanParam Paging paging) {
        return paging.cut(tokens.own(), AccessToken.LISTING, token -> TokenJson.of(token, null));
    }

    @POST
    @ShownOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@NotNull @Valid NewToken wanted, @Context UriInfo uri) {
        var issued = tokens.issue(wanted.name(), wanted.wantedScope(), Instants.read("expiresAt", wanted.expiresAt(), null));
        var location = uri.getAbsolutePathBuilder().path(issued.token().getId().toString()).build();
        return Response.created(location).entity(TokenJson.of(issued.token(), issued.secret())).build();
    }

    @GET
    @Path("{token:[0-9]+}")
    public TokenJson token(@PathParam("token") long token) {
        return TokenJson.of(tokens.get(token), null);
    }

    @DELETE
    @Path("{token:[0-9]+}")
    public void revoke(@PathParam("token") long token) {
        tokens.revoke(token);
    }
}
