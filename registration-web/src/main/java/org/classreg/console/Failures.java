package org.classreg.console;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.RegistrationException;
import org.classreg.signin.SignInPath;

/**
 * What becomes of an exception of a page: on a first view, the page for its status; on an action, messages on the page.
 * An action of a view that is no longer known begins the page anew.
 */
public class Failures extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    public Failures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var events = getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var context = events.next().getContext();
            if (isHandled(context.getContext(), context.getException())) {
                events.remove();
            }
        }
        super.handle();
    }

    private static boolean isHandled(FacesContext faces, Throwable failure) {
        try {
            if (find(failure, ViewExpiredException.class).isPresent()) {
                return isBegunAnew(faces);
            }
            var canTell = faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
            return canTell ? isTold(failure) : isAnsweredByStatus(faces, failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnsweredByStatus(FacesContext faces, Throwable failure) throws IOException {
        var notFound = find(failure, NotFound.class);
        if (notFound.isPresent()) {
            faces.getExternalContext().getRequestMap().put("notFound", notFound.get().getMessage());
            return send(faces, 404);
        }
        var forbidden = find(failure, Forbidden.class).isPresent() || find(failure, EJBAccessException.class).isPresent();
        return forbidden && send(faces, 403);
    }

    private static boolean send(FacesContext faces, int status) throws IOException {
        faces.getExternalContext().responseSendError(status, null);
        faces.responseComplete();
        return true;
    }

    private static boolean isBegunAnew(FacesContext faces) throws IOException {
        var external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        Messages.error("This page had been open for too long, so it was loaded again. Please repeat what you did last.");
        var page = external.getRequestHeaderMap().getOrDefault("Referer", "").replaceFirst("^\\w+://[^/]*", "");
        external.redirect(SignInPath.isLocal(page) ? page : external.getRequestContextPath() + "/");
        return true;
    }

    private static boolean isTold(Throwable failure) {
        var known = find(failure, RegistrationException.class);
        if (known.isPresent() && known.get() instanceof Refused refused) {
            refused.reasons().forEach(reason -> Messages.error(reason.message()));
        } else if (known.isPresent()) {
            Messages.error(known.get().getMessage());
        } else if (find(failure, EJBAccessException.class).isPresent()) {
            Messages.error("Your role does not allow this.");
        } else {
            Messages.error(unforeseen(failure));
        }
        return true;
    }

    /** Logs a failure that nobody foresaw, and has a sentence for people that tells no internals. */
    private static String unforeseen(Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "Failure " + id);
        return "The server failed; its log tells more under " + id + ".";
    }

    /** The first cause of this kind. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Puts {@link Failures} into use, by faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new Failures(getWrapped().getExceptionHandler());
        }
    }
}
