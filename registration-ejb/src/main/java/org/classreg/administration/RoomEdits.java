package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Room;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes the rooms of a program. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class RoomEdits {

    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[^/\\\\]+");

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    SeatsAnew seats;

    @Inject
    Writing writing;

    /**
     * A room as it is wanted.
     *
     * @param name from 1 to 200 characters, none of them a slash
     * @param seats from 0 to 100,000; null when unknown
     */
    public record Wanted(String name, Integer seats) {

        public static Wanted of(Room room) {
            return new Wanted(room.getName(), room.seats().isPresent() ? room.seats().getAsInt() : null);
        }
    }

    /**
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault
     * @throws Taken if a room of the program has this name
     */
    public Room create(String programCode, Wanted wanted) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var checked = check(wanted);
        requireFree(programCode, checked.name());
        var room = new Room(program, checked.name(), checked.seats());
        writing.add(room);
        writing.note("createRoom", program, checked.name());
        return room;
    }

    /**
     * Changes a room. The capacities of the sections that meet in it are worked out again: who is enrolled stays, and seats that become
     * free go to who waits.
     *
     * @param expected is given the present room, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such program, or no such room in it
     * @throws InvalidInput with every field at fault
     * @throws Taken if another room of the program has this name
     */
    public Room change(String programCode, String name, Wanted wanted, Consumer<Room> expected) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var checked = check(wanted);
        var locked = seats.lock(program);
        var room = catalog.getRoom(programCode, name);
        expected.accept(room);
        var difference = Difference.between(Wanted.of(room), checked);
        if (!difference.isEmpty()) {
            if (!checked.name().equals(name)) {
                requireFree(programCode, checked.name());
            }
            room.change(checked.name(), checked.seats());
            writing.flush();
            seats.settle(locked, writing.note("changeRoom", program, name + ": " + difference));
        }
        return room;
    }

    /**
     * @param expected as for a change
     * @throws NotFound if there is no such program, or no such room in it
     * @throws Refused with IN_USE if sections meet in it
     */
    public void delete(String programCode, String name, Consumer<Room> expected) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        seats.lock(program);
        var room = catalog.getRoom(programCode, name);
        expected.accept(room);
        writing.requireUnused(name, room.getId(), Reference.TO_ROOM);
        writing.delete(room, name);
        writing.note("deleteRoom", program, name);
    }

    private static Wanted check(Wanted wanted) {
        var faults = new Faults();
        var name = faults.name("name", wanted.name(), LONGEST_NAME, NAME, "a name without slashes");
        faults.students("seats", wanted.seats());
        faults.throwIfAny();
        return new Wanted(name, wanted.seats());
    }

    private void requireFree(String programCode, String name) {
        if (catalog.rooms(programCode).stream().anyMatch(other -> other.getName().equals(name))) {
            throw new Taken("name", "There is a room \"" + name + "\" in the program already.");
        }
    }
}
