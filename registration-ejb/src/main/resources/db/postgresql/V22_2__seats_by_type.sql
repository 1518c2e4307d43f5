-- The seats of a section are looked up type by type: for a list of types a plan may read all that the section has, and most of that is preferences.
create or replace function sections_count_their_seats(sections bigint[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
    types bigint[] := seat_types();
    wrong record;
begin
    select s.id, s.enrolled, has.taken into wrong
        from class_section s
        cross join lateral (select coalesce(sum(of_type.taken), 0) as taken
            from unnest(types) type (id)
            cross join lateral (select count(*) as taken from student_registration r
                where r.section_id = s.id and r.type_id = type.id and r.end_date is null offset 0) of_type offset 0) has
        where s.id = any(sections) and not is_known_as_kept('s' || s.id) and s.enrolled <> has.taken limit 1;
    if found then
        raise exception 'class_section % counts % seats, but % are taken', wrong.id, wrong.enrolled, wrong.taken
            using errcode = 'check_violation', constraint = 'section_counts_its_seats';
    end if;
    perform set_config('registration.kept', coalesce((select string_agg(' s' || id || ' ', '') from unnest(sections) id), '')
        || coalesce(current_setting('registration.kept', true), ''), true);
end $$;

create or replace function students_in(section bigint) returns bigint[] language plpgsql set enable_seqscan = off as $$
begin
    return array(select has.student_id from unnest(seat_types()) type (id)
        cross join lateral (select r.student_id from student_registration r
            where r.section_id = section and r.type_id = type.id and r.end_date is null offset 0) has);
end $$;
