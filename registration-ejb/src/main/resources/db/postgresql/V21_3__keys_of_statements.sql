-- Whose registration it is, in which section and of which type is asked once for all rows of a statement, as its operations are: declared keys ask
-- three times for each row. They hold what they refer to in the same way, and what has registrations is not deleted.
alter table student_registration drop constraint student_registration_student_id_fkey;
alter table student_registration drop constraint registration_of_class;
alter table student_registration drop constraint registration_with_seat;

-- "offset 0" and no sequential scan: each is looked up by its key, however few or many a plan was made for.
create function registration_refers() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    missing text;
begin
    perform from person where id = any(array(select student_id from begun)) order by id for key share;
    perform from class_section where id = any(array(select section_id from begun)) order by id for key share;
    perform from registration_type where id = any(array(select type_id from begun)) order by id for key share;
    select format('person %s', student_id) into missing from (select distinct student_id from begun) b
        where not exists (select from person where id = b.student_id offset 0)
    union all
    select format('class_section %s of class_subject %s in program %s', section_id, subject_id, program_id)
        from (select distinct section_id, subject_id, program_id from begun) b
        where not exists (select from class_section s where s.id = b.section_id and s.subject_id = b.subject_id and s.program_id = b.program_id offset 0)
    union all
    select format('registration_type %s', type_id) from (select distinct type_id, takes_seat from begun) b
        where not exists (select from registration_type t where t.id = b.type_id and t.takes_seat = b.takes_seat offset 0)
    limit 1;
    if found then
        raise exception 'there is no %', missing using errcode = 'foreign_key_violation', constraint = 'registration_refers';
    end if;
    return null;
end $$;
create trigger registration_refers after insert on student_registration referencing new table as begun
    for each statement execute function registration_refers();

create function has_registrations() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'person' and exists (select from student_registration where student_id = old.id)
        or tg_table_name = 'class_section' and (exists (select from student_registration where section_id = old.id and end_date is null)
            or exists (select from student_registration where section_id = old.id and end_date is not null))
        or tg_table_name = 'registration_type' and exists (select from student_registration where type_id = old.id)
    then
        raise exception '% % has registrations', tg_table_name, old.id using errcode = 'foreign_key_violation', constraint = 'registration_refers';
    end if;
    return null;
end $$;
create trigger has_registrations after delete on person for each row execute function has_registrations();
create trigger has_registrations after delete on class_section for each row execute function has_registrations();
create trigger has_registrations after delete on registration_type for each row execute function has_registrations();
create trigger has_registrations_by_its_key after update on person for each row when (new.id <> old.id) execute function has_registrations();
create trigger has_registrations_by_its_key after update on class_section for each row
    when ((new.id, new.subject_id, new.program_id) is distinct from (old.id, old.subject_id, old.program_id)) execute function has_registrations();
create trigger has_registrations_by_its_key after update on registration_type for each row
    when ((new.id, new.takes_seat) is distinct from (old.id, old.takes_seat)) execute function has_registrations();
