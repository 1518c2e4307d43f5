-- The guards look once at all that an operation began and once at all that it ended, and not at each seat: a lottery gives tens of thousands.
-- They refuse what they refused.

-- The seats of a section are found by an expression that only this index has. A plan for "end_date is null and takes_seat" follows the
-- statistics, which know of no seat when a program's first are given: each section then read all seats of the program.
drop index student_registration_taken;
create index student_registration_taken on student_registration ((case when end_date is null and takes_seat then section_id end))
    where (case when end_date is null and takes_seat then section_id end) is not null;

-- What was found kept is remembered, the latest first, until something changes again.
create or replace function is_known_as_kept(what text) returns boolean language plpgsql as $$
begin
    return position(' ' || what || ' ' in coalesce(current_setting('registration.kept', true), '')) > 0;
end $$;

create function remember_as_kept(what text) returns void language plpgsql as $$
begin
    perform set_config('registration.kept', ' ' || what || ' ' || coalesce(current_setting('registration.kept', true), ''), true);
end $$;

create or replace function section_counts_its_seats(section bigint) returns void language plpgsql as $$
declare
    counter integer;
    taken bigint;
begin
    if is_known_as_kept('s' || section) then
        return;
    end if;
    select s.enrolled, (select count(*) from student_registration r where (case when r.end_date is null and r.takes_seat then r.section_id end) = s.id)
        into counter, taken from class_section s where s.id = section;
    if counter <> taken then
        raise exception 'class_section % counts % seats, but % are taken', section, counter, taken
            using errcode = 'check_violation', constraint = 'section_counts_its_seats';
    end if;
    perform remember_as_kept('s' || section);
end $$;

create or replace function students_are_in_one_place(section bigint) returns void language plpgsql as $$
declare
    student bigint;
begin
    perform from person where id in (select student_id from student_registration
        where (case when end_date is null and takes_seat then section_id end) = section) order by id for no key update;
    for student in select student_id from student_registration where (case when end_date is null and takes_seat then section_id end) = section loop
        perform student_is_in_one_place(student, section);
    end loop;
end $$;

-- Each seat that the operation gave the student, beside all that the student has.
create function student_stays_in_one_place(student bigint, operation bigint) returns void language plpgsql as $$
declare
    section bigint;
begin
    with place as materialized (
        select r.section_id, r.program_id, r.started_by = operation as begun, t.starts_at, t.ends_at
        from student_registration r join meeting m on m.section_id = r.section_id join timeslot t on t.id = m.timeslot_id
        where r.student_id = student and r.end_date is null and r.takes_seat)
    select p.section_id into section from place p join place o on o.program_id = p.program_id and o.section_id <> p.section_id
    where p.begun and p.starts_at < o.ends_at and o.starts_at < p.ends_at
        and not exists (select from kept_overlap k where k.student_id = student
            and (k.section_id = p.section_id and k.other_id = o.section_id or k.section_id = o.section_id and k.other_id = p.section_id))
    limit 1;
    if found then
        raise exception 'person % would be in two places at once: in class_section % and in another', student, section
            using errcode = 'check_violation', constraint = 'student_is_in_one_place';
    end if;
end $$;

create function concerns_cap(operation bigint, cap program_cap) returns boolean language plpgsql as $$
begin
    return coalesce(cap.grade_min, cap.grade_max) is null or exists (
        select from student_registration r join person p on p.id = r.student_id
        where r.started_by = operation and r.program_id = cap.program_id and r.takes_seat
            and p.grade between coalesce(cap.grade_min, -1000) and coalesce(cap.grade_max, 1000));
end $$;

create function nobody_passes_cap(operation bigint, cap program_cap) returns void language plpgsql as $$
declare
    seat student_registration;
begin
    for seat in select r.* from student_registration r join person p on p.id = r.student_id
        where r.started_by = operation and r.program_id = cap.program_id and r.takes_seat
            and (coalesce(cap.grade_min, cap.grade_max) is null
                or p.grade between coalesce(cap.grade_min, -1000) and coalesce(cap.grade_max, 1000))
    loop
        if seat.end_date is null and not came_in_before(seat) and not may_pass_cap(seat) then
            raise exception 'person % would pass program_cap % of % students', seat.student_id, cap.id, cap.max_students
                using errcode = 'check_violation', constraint = 'program_is_not_full';
        end if;
    end loop;
end $$;

create function program_does_not_overflow(program bigint, operation bigint) returns void language plpgsql as $$
declare
    cap program_cap;
begin
    for cap in select c.* from program_cap c where c.program_id = program order by c.id loop
        if concerns_cap(operation, cap) then
            select c.* into cap from program_cap c where c.id = cap.id for no key update;
            if students_under_cap(cap) > cap.max_students then
                perform nobody_passes_cap(operation, cap);
            end if;
        end if;
    end loop;
end $$;

-- Few operations may have begun most of what there is: a plan that goes by the statistics would then read all of it for each.
create function begun_seats_break_no_promise(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    key bigint;
begin
    for key in select distinct section_id from student_registration where started_by = operation and takes_seat loop
        perform section_counts_its_seats(key);
    end loop;
    for key in select distinct student_id from student_registration where started_by = operation and takes_seat loop
        perform student_stays_in_one_place(key, operation);
    end loop;
    for key in select distinct program_id from student_registration where started_by = operation and takes_seat loop
        perform program_does_not_overflow(key, operation);
    end loop;
    perform remember_as_kept('b' || operation);
end $$;

create or replace function seat_begun() returns trigger language plpgsql as $$
begin
    if not is_known_as_kept('b' || new.started_by) then
        perform begun_seats_break_no_promise(new.started_by);
    end if;
    return null;
end $$;

create function ended_seats_are_counted(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    section bigint;
begin
    for section in select distinct section_id from student_registration where ended_by = operation and takes_seat loop
        perform section_counts_its_seats(section);
    end loop;
    perform remember_as_kept('e' || operation);
end $$;

create or replace function seat_ended() returns trigger language plpgsql as $$
begin
    if not is_known_as_kept('e' || new.ended_by) then
        perform ended_seats_are_counted(new.ended_by);
    end if;
    return null;
end $$;

drop function program_is_not_full(student_registration);
