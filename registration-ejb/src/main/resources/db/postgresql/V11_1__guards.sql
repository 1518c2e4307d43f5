-- What the database refuses although the code is bypassed. Each guard looks at commit, so that the order of statements does not matter, and
-- sees what is committed by then. What it looks at is locked, by the change itself or by the guard, so that of two changes that would break a
-- promise together the later one sees the earlier. The code holds these locks already, in its order: it never waits in a guard.

create index student_registration_taken on student_registration (section_id) where end_date is null and takes_seat;

-- What was found kept is remembered until the transaction changes something again: a conversion of thousands of seats looks once at each
-- section and cap. (All is plpgsql, which plans a statement once for a session: SQL functions plan at each call.)
create function something_changes() returns trigger language plpgsql as $$
begin
    perform set_config('registration.kept', '', true);
    return new;
end $$;
create trigger something_changes before update of enrolled on class_section for each row execute function something_changes();
create trigger something_changes before update of end_date on student_registration for each row when (old.takes_seat)
    execute function something_changes();

create function is_known_as_kept(what text) returns boolean language plpgsql as $$
declare
    kept text := coalesce(current_setting('registration.kept', true), '');
begin
    if position(' ' || what || ' ' in kept) > 0 then
        return true;
    end if;
    perform set_config('registration.kept', kept || ' ' || what || ' ', true);
    return false;
end $$;

-- A section counts its seats. Who changes the number of rows must change the counter, and so holds the section's row until the end.
create function section_counts_its_seats(section bigint) returns void language plpgsql as $$
declare
    counter integer;
    taken bigint;
begin
    if is_known_as_kept('s' || section) then
        return;
    end if;
    select s.enrolled, (select count(*) from student_registration r where r.section_id = s.id and r.end_date is null and r.takes_seat)
        into counter, taken from class_section s where s.id = section;
    if counter <> taken then
        raise exception 'class_section % counts % seats, but % are taken', section, counter, taken
            using errcode = 'check_violation', constraint = 'section_counts_its_seats';
    end if;
end $$;

create function counter_changed() returns trigger language plpgsql as $$
begin
    perform section_counts_its_seats(new.id);
    return null;
end $$;
create constraint trigger section_counts_its_seats after insert or update of enrolled on class_section deferrable initially deferred
    for each row execute function counter_changed();

create function seat_ended() returns trigger language plpgsql as $$
begin
    perform section_counts_its_seats(old.section_id);
    return null;
end $$;
create constraint trigger ended_seat_is_counted after update of end_date on student_registration deferrable initially deferred
    for each row when (old.takes_seat and old.end_date is null and new.end_date is not null) execute function seat_ended();

-- A student is in one place. Who gives a student a seat holds the student, from before the seat; who changes when a section meets holds the
-- section, so that nobody else comes in, and at the end everybody who is in it.
create function student_is_in_one_place(student bigint, section bigint) returns void language plpgsql as $$
begin
    if exists (
        select from student_registration o
        join meeting n on n.section_id = o.section_id
        join timeslot u on u.id = n.timeslot_id
        join meeting m on m.section_id = section
        join timeslot t on t.id = m.timeslot_id
        where o.student_id = student and o.end_date is null and o.takes_seat and o.section_id <> section
            and o.program_id = (select program_id from class_section where id = section)
            and t.starts_at < u.ends_at and u.starts_at < t.ends_at
            and not exists (select from kept_overlap k where k.student_id = student
                and (k.section_id = section and k.other_id = o.section_id or k.section_id = o.section_id and k.other_id = section)))
    then
        raise exception 'person % would be in two places at once: in class_section % and in another', student, section
            using errcode = 'check_violation', constraint = 'student_is_in_one_place';
    end if;
end $$;

create function section_meets() returns trigger language plpgsql as $$
begin
    perform from class_section where id = new.section_id for no key update;
    return null;
end $$;
create trigger section_meets after insert or update on meeting for each row execute function section_meets();

create function students_are_in_one_place(section bigint) returns void language plpgsql as $$
declare
    student bigint;
begin
    perform from person where id in (select student_id from student_registration where section_id = section and end_date is null and takes_seat)
        order by id for no key update;
    for student in select student_id from student_registration where section_id = section and end_date is null and takes_seat loop
        perform student_is_in_one_place(student, section);
    end loop;
end $$;

create function meeting_changed() returns trigger language plpgsql as $$
begin
    perform students_are_in_one_place(new.section_id);
    return null;
end $$;
create constraint trigger students_are_in_one_place after insert or update on meeting deferrable initially deferred
    for each row execute function meeting_changed();

create function timeslot_meets() returns trigger language plpgsql as $$
begin
    perform from class_section where id in (select section_id from meeting where timeslot_id = new.id) order by id for no key update;
    return null;
end $$;
create trigger timeslot_meets after update of starts_at, ends_at on timeslot for each row execute function timeslot_meets();

create function timeslot_changed() returns trigger language plpgsql as $$
declare
    section bigint;
begin
    for section in select section_id from meeting where timeslot_id = new.id order by section_id loop
        perform students_are_in_one_place(section);
    end loop;
    return null;
end $$;
create constraint trigger students_are_in_one_place after update of starts_at, ends_at on timeslot deferrable initially deferred
    for each row execute function timeslot_changed();

-- A program takes no more students than its cap. Who comes in holds the cap's row. Who has been in it already, and whom staff or an import
-- let in past the cap, is not held up: no more is any student when the cap becomes smaller.
create function came_in_before(seat student_registration) returns boolean language plpgsql as $$
begin
    return exists (select from student_registration r where r.student_id = seat.student_id and r.program_id = seat.program_id
        and r.takes_seat and r.started_by <> seat.started_by and (r.end_date is null or r.ended_by = seat.started_by));
end $$;

create function may_pass_cap(seat student_registration) returns boolean language plpgsql as $$
begin
    return exists (select from operation where id = seat.started_by and past_cap)
        or exists (select from student_override v where v.student_id = seat.student_id and v.program_id = seat.program_id and v.kind = 'PROGRAM'
            and coalesce(v.subject_id, seat.subject_id) = seat.subject_id and coalesce(v.section_id, seat.section_id) = seat.section_id
            and tstzrange(v.start_date, v.end_date) @> seat.start_date);
end $$;

create function students_under_cap(cap program_cap) returns bigint language plpgsql as $$
begin
    return (select count(distinct r.student_id) from student_registration r join person p on p.id = r.student_id
    where r.program_id = cap.program_id and r.takes_seat and r.end_date is null
        and (coalesce(cap.grade_min, cap.grade_max) is null
            or p.grade between coalesce(cap.grade_min, -1000) and coalesce(cap.grade_max, 1000)));
end $$;

create function program_is_not_full(seat student_registration) returns void language plpgsql as $$
declare
    cap program_cap;
begin
    for cap in select c.* from program_cap c join person p on p.id = seat.student_id
        where c.program_id = seat.program_id
            and (coalesce(c.grade_min, c.grade_max) is null or p.grade between coalesce(c.grade_min, -1000) and coalesce(c.grade_max, 1000))
        order by c.id for no key update of c
    loop
        if not is_known_as_kept('c' || cap.id) and students_under_cap(cap) > cap.max_students then
            perform set_config('registration.kept', '', true);
            if not came_in_before(seat) and not may_pass_cap(seat) then
                raise exception 'person % would pass program_cap % of % students', seat.student_id, cap.id, cap.max_students
                    using errcode = 'check_violation', constraint = 'program_is_not_full';
            end if;
        end if;
    end loop;
end $$;

create function seat_begins() returns trigger language plpgsql as $$
begin
    perform from person where id = new.student_id for no key update;
    perform set_config('registration.kept', '', true);
    return new;
end $$;
create trigger seat_begins before insert on student_registration
    for each row when (new.takes_seat and new.end_date is null) execute function seat_begins();

create function seat_begun() returns trigger language plpgsql as $$
begin
    perform section_counts_its_seats(new.section_id);
    if exists (select from student_registration where id = new.id and end_date is null) then
        perform student_is_in_one_place(new.student_id, new.section_id);
        perform program_is_not_full(new);
    end if;
    return null;
end $$;
create constraint trigger seat_breaks_no_promise after insert on student_registration deferrable initially deferred
    for each row when (new.takes_seat and new.end_date is null) execute function seat_begun();

-- History is not rewritten: a row begins, and it ends once. Only the key that another system has for it may be noted later, once.
create function history_is_not_rewritten() returns trigger language plpgsql as $$
begin
    raise exception '% is history: a row of it begins, and ends once', tg_table_name
        using errcode = 'check_violation', constraint = 'history_is_not_rewritten';
end $$;

create trigger history_is_not_rewritten before update on student_registration for each row when (
    old.end_date is not null and (new.end_date, new.ended_by) is distinct from (old.end_date, old.ended_by)
    or old.sourced_id is not null and new.sourced_id is distinct from old.sourced_id
    or (new.id, new.student_id, new.section_id, new.type_id, new.start_date, new.started_by, new.place, new.lapses_at)
        is distinct from (old.id, old.student_id, old.section_id, old.type_id, old.start_date, old.started_by, old.place, old.lapses_at)
    or (new.subject_id, new.program_id, new.takes_seat) is distinct from (old.subject_id, old.program_id, old.takes_seat))
    execute function history_is_not_rewritten();
create trigger history_is_not_rewritten before update on subject_interest for each row when (
    old.end_date is not null and (new.end_date, new.ended_by) is distinct from (old.end_date, old.ended_by)
    or (new.id, new.student_id, new.subject_id, new.start_date, new.started_by)
        is distinct from (old.id, old.student_id, old.subject_id, old.start_date, old.started_by))
    execute function history_is_not_rewritten();
create trigger history_is_not_rewritten before update on check_in for each row when (
    old.end_date is not null and (new.end_date, new.ended_by) is distinct from (old.end_date, old.ended_by)
    or (new.id, new.student_id, new.program_id, new.start_date, new.started_by)
        is distinct from (old.id, old.student_id, old.program_id, old.start_date, old.started_by))
    execute function history_is_not_rewritten();

-- An operation is over with its transaction, which alone may count its changes, or take it back if there were none.
create trigger history_is_not_rewritten before update or delete on operation for each row
    when (old.xmin::text::bigint <> (txid_current() & 4294967295)) execute function history_is_not_rewritten();

create trigger history_is_not_deleted before delete on student_registration for each row execute function history_is_not_rewritten();
create trigger history_is_not_deleted before delete on subject_interest for each row execute function history_is_not_rewritten();
create trigger history_is_not_deleted before delete on check_in for each row execute function history_is_not_rewritten();
create trigger history_is_not_truncated before truncate on student_registration execute function history_is_not_rewritten();
create trigger history_is_not_truncated before truncate on subject_interest execute function history_is_not_rewritten();
create trigger history_is_not_truncated before truncate on check_in execute function history_is_not_rewritten();
create trigger history_is_not_truncated before truncate on operation execute function history_is_not_rewritten();
