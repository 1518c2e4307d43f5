-- Whose operation a registration is, and who ended it, is asked once for all rows of a statement: the keys would ask for each row, and what gives
-- thousands has one operation. Operations of others are never deleted (history_is_not_rewritten), and what one has begun or ended keeps it.
alter table student_registration drop constraint student_registration_started_by_fkey;
alter table student_registration drop constraint student_registration_ended_by_fkey;

create function operation_is_there() returns trigger language plpgsql as $$
declare
    missing bigint;
begin
    select key into missing from (select started_by from changed union select ended_by from changed where ended_by is not null) as named(key)
        where not exists (select from operation where id = key) limit 1;
    if found then
        raise exception 'there is no operation %', missing using errcode = 'foreign_key_violation', constraint = 'operation_is_there';
    end if;
    return null;
end $$;
create trigger operation_is_there_that_begins after insert on student_registration referencing new table as changed
    for each statement execute function operation_is_there();
create trigger operation_is_there_that_ends after update on student_registration referencing new table as changed
    for each statement execute function operation_is_there();

create function operation_has_registrations() returns trigger language plpgsql as $$
begin
    if exists (select from student_registration where started_by = old.id) or exists (select from student_registration where ended_by = old.id) then
        raise exception 'operation % has registrations', old.id using errcode = 'foreign_key_violation', constraint = 'operation_is_there';
    end if;
    return null;
end $$;
create trigger operation_has_registrations after delete on operation for each row execute function operation_has_registrations();
