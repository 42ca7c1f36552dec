-- A renamed topic.
insert into topic_renaming (revision, old_name, new_name) values (12, 'late', 'late-data');
