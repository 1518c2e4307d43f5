-- Who gets a seat is locked once for all rows of a statement: what gives thousands gives many to one student. The promises are looked at in the
-- end, behind these locks.
drop trigger seat_begins on student_registration;
drop function seat_begins();
create function seats_begin() returns trigger language plpgsql as $$
begin
    perform from person where id in (select student_id from begun where takes_seat and end_date is null) order by id for no key update;
    if found then
        perform set_config('registration.kept', '', true);
    end if;
    return null;
end $$;
create trigger seats_begin after insert on student_registration referencing new table as begun
    for each statement execute function seats_begin();
