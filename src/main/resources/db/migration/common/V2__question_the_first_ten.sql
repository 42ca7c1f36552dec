-- The ten integration-engineering questions, word for word, in the order of their source.
-- Key points, probes and topics are written from each question's own sample answer.

insert into bank (id, revision, question) values (1, 10, 10);

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	1,
	'Can you walk me through how you design a new system integration from the first business requirement to production deployment?',
	'MEDIUM',
	'My first step is to clarify the business outcome, not just the technical request. I ask what data needs to move, how often it should sync, who owns each system, and what success looks like for the business. From there, I map the source and target systems, identify data formats, authentication methods, error handling needs, and any compliance or latency constraints. I usually create a lightweight integration design that covers message flow, transformations, retries, logging, and monitoring. If the integration touches multiple teams, I confirm ownership boundaries early so issues do not get stuck later. Before deployment, I like to test with realistic payloads and failure scenarios, not just the happy path. In production, I pay close attention to observability so we can spot issues quickly and prove the integration is behaving as expected. That approach helps me build solutions that are reliable and maintainable, not just technically correct.',
	array[
		'Clarify the business outcome and what success looks like, not just the technical request',
		'Ask what data needs to move and how often it should sync',
		'Map source and target systems, data formats, and authentication methods',
		'Identify error handling needs and any compliance or latency constraints',
		'Create a lightweight design for message flow, transformations, retries, logging, and monitoring',
		'Confirm ownership boundaries early when the integration touches multiple teams',
		'Test with realistic payloads and failure scenarios, not just the happy path',
		'Use observability in production to spot issues quickly and prove expected behavior'],
	array[
		'When the business cannot say clearly what success looks like, how do you get to something you can measure?',
		'What do you deliberately leave out of a lightweight integration design, and why?',
		'Which failure scenarios would you insist on testing before the first deployment to production?',
		'What would you look at in the first days in production to prove that the integration behaves as expected?'],
	array['integration-design', 'ownership', 'testing', 'observability'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 1,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	1, 1, 1,
	'{"prompt":"Can you walk me through how you design a new system integration from the first business requirement to production deployment?","difficulty":"medium","sampleAnswer":"My first step is to clarify the business outcome, not just the technical request. I ask what data needs to move, how often it should sync, who owns each system, and what success looks like for the business. From there, I map the source and target systems, identify data formats, authentication methods, error handling needs, and any compliance or latency constraints. I usually create a lightweight integration design that covers message flow, transformations, retries, logging, and monitoring. If the integration touches multiple teams, I confirm ownership boundaries early so issues do not get stuck later. Before deployment, I like to test with realistic payloads and failure scenarios, not just the happy path. In production, I pay close attention to observability so we can spot issues quickly and prove the integration is behaving as expected. That approach helps me build solutions that are reliable and maintainable, not just technically correct.","keyPoints":["Clarify the business outcome and what success looks like, not just the technical request","Ask what data needs to move and how often it should sync","Map source and target systems, data formats, and authentication methods","Identify error handling needs and any compliance or latency constraints","Create a lightweight design for message flow, transformations, retries, logging, and monitoring","Confirm ownership boundaries early when the integration touches multiple teams","Test with realistic payloads and failure scenarios, not just the happy path","Use observability in production to spot issues quickly and prove expected behavior"],"probes":["When the business cannot say clearly what success looks like, how do you get to something you can measure?","What do you deliberately leave out of a lightweight integration design, and why?","Which failure scenarios would you insist on testing before the first deployment to production?","What would you look at in the first days in production to prove that the integration behaves as expected?"],"topics":["integration-design","ownership","testing","observability"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	2,
	'Tell me about a time you had to troubleshoot an integration that was failing in production.',
	'HARD',
	'In one case, an overnight order sync started failing intermittently after a release, but only for a small subset of transactions. I began by reviewing logs, correlation IDs, and payload samples to narrow down where the failure was occurring. The issue turned out to be a field mapping problem caused by a new optional value from the source system that was not handled properly by the target API. Rather than patching it blindly, I reproduced the issue in a lower environment and confirmed the exact input pattern that triggered it. I then coordinated with the source team to validate the data and updated the transformation logic to handle missing values more safely. I also added better validation and alerting so we would catch similar issues earlier. What I took from that experience was the importance of tracing problems end to end and treating production incidents as a chance to strengthen the integration, not just fix the immediate symptom.',
	array[
		'When the integration started failing and for which subset of transactions',
		'Review logs, correlation IDs, and payload samples to narrow down the failure',
		'Find the cause, such as a field mapping problem from an optional value',
		'Reproduce the issue and its exact input pattern in a lower environment before patching',
		'Coordinate with the source team to validate the data',
		'Update the transformation logic to handle missing values more safely',
		'Add better validation and alerting to catch similar issues earlier',
		'Treat the incident as a chance to strengthen the integration, not just fix symptoms'],
	array[
		'How did you work out what the failing transactions had in common?',
		'What would you have done if you could not reproduce the issue in a lower environment?',
		'How did you decide whether the fix belonged in the source system, the transformation, or the target API?',
		'How do you know that the changes you made afterward would catch a similar issue earlier?'],
	array['troubleshooting', 'data-quality', 'observability', 'reliability'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 2,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	2, 2, 1,
	'{"prompt":"Tell me about a time you had to troubleshoot an integration that was failing in production.","difficulty":"hard","sampleAnswer":"In one case, an overnight order sync started failing intermittently after a release, but only for a small subset of transactions. I began by reviewing logs, correlation IDs, and payload samples to narrow down where the failure was occurring. The issue turned out to be a field mapping problem caused by a new optional value from the source system that was not handled properly by the target API. Rather than patching it blindly, I reproduced the issue in a lower environment and confirmed the exact input pattern that triggered it. I then coordinated with the source team to validate the data and updated the transformation logic to handle missing values more safely. I also added better validation and alerting so we would catch similar issues earlier. What I took from that experience was the importance of tracing problems end to end and treating production incidents as a chance to strengthen the integration, not just fix the immediate symptom.","keyPoints":["When the integration started failing and for which subset of transactions","Review logs, correlation IDs, and payload samples to narrow down the failure","Find the cause, such as a field mapping problem from an optional value","Reproduce the issue and its exact input pattern in a lower environment before patching","Coordinate with the source team to validate the data","Update the transformation logic to handle missing values more safely","Add better validation and alerting to catch similar issues earlier","Treat the incident as a chance to strengthen the integration, not just fix symptoms"],"probes":["How did you work out what the failing transactions had in common?","What would you have done if you could not reproduce the issue in a lower environment?","How did you decide whether the fix belonged in the source system, the transformation, or the target API?","How do you know that the changes you made afterward would catch a similar issue earlier?"],"topics":["troubleshooting","data-quality","observability","reliability"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	3,
	'How do you decide between using an API, middleware, messaging, or file-based integration?',
	'MEDIUM',
	'I choose based on the business need, system capabilities, and operational risk. If the process needs near real-time updates and both systems support it well, I usually lean toward APIs or event-driven messaging. If the systems are loosely coupled or one side cannot handle frequent calls reliably, messaging is often a better fit because it gives resilience and smoother scaling. File-based integration can still make sense for batch processes, large data transfers, or legacy systems that do not have modern interfaces. Middleware is useful when I need centralized orchestration, transformation, or governance across many integrations. I do not treat any pattern as automatically better than the others. I look at latency, volume, retry behavior, error handling, security, and long-term supportability. My goal is to pick the simplest approach that meets the requirement and can be maintained by the team without creating unnecessary technical debt.',
	array[
		'Choose based on business need, system capabilities, and operational risk',
		'Use APIs or event-driven messaging where both systems support near real-time updates',
		'Use messaging between loosely coupled systems for resilience and smoother scaling',
		'Use file-based integration for batch processes, large data transfers, or legacy systems',
		'Use middleware for centralized orchestration, transformation, or governance across many integrations',
		'Treat no pattern as automatically better than the others',
		'Weigh latency, volume, retry behavior, error handling, security, and long-term supportability',
		'Pick the simplest approach the team can maintain without unnecessary technical debt'],
	array[
		'How would you find out whether a system can handle frequent API calls reliably?',
		'When would you still choose file-based integration even though both systems offer a modern API?',
		'At what point does middleware create more technical debt than it removes?',
		'How do you choose when latency points to one pattern and long-term supportability to another?'],
	array['integration-design', 'apis', 'messaging', 'file-integration'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 3,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	3, 3, 1,
	'{"prompt":"How do you decide between using an API, middleware, messaging, or file-based integration?","difficulty":"medium","sampleAnswer":"I choose based on the business need, system capabilities, and operational risk. If the process needs near real-time updates and both systems support it well, I usually lean toward APIs or event-driven messaging. If the systems are loosely coupled or one side cannot handle frequent calls reliably, messaging is often a better fit because it gives resilience and smoother scaling. File-based integration can still make sense for batch processes, large data transfers, or legacy systems that do not have modern interfaces. Middleware is useful when I need centralized orchestration, transformation, or governance across many integrations. I do not treat any pattern as automatically better than the others. I look at latency, volume, retry behavior, error handling, security, and long-term supportability. My goal is to pick the simplest approach that meets the requirement and can be maintained by the team without creating unnecessary technical debt.","keyPoints":["Choose based on business need, system capabilities, and operational risk","Use APIs or event-driven messaging where both systems support near real-time updates","Use messaging between loosely coupled systems for resilience and smoother scaling","Use file-based integration for batch processes, large data transfers, or legacy systems","Use middleware for centralized orchestration, transformation, or governance across many integrations","Treat no pattern as automatically better than the others","Weigh latency, volume, retry behavior, error handling, security, and long-term supportability","Pick the simplest approach the team can maintain without unnecessary technical debt"],"probes":["How would you find out whether a system can handle frequent API calls reliably?","When would you still choose file-based integration even though both systems offer a modern API?","At what point does middleware create more technical debt than it removes?","How do you choose when latency points to one pattern and long-term supportability to another?"],"topics":["integration-design","apis","messaging","file-integration"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	4,
	'How do you ensure data quality and consistency when integrating between two different systems?',
	'MEDIUM',
	'I start by defining the source of truth for each data element, because consistency problems often happen when ownership is unclear. Then I validate field mappings carefully, including formats, required values, reference data, and any business rules that differ between systems. I also like to build checks into the integration itself, such as schema validation, data normalization, and rejection handling for malformed records. For critical processes, I implement reconciliation so we can compare counts or key values between systems and catch drift early. If there are known exceptions, I document them clearly so support teams understand what is expected versus what needs investigation. I also work closely with business users when rules are ambiguous, because technical accuracy alone is not enough if the data does not reflect real operations. In practice, good data quality comes from a mix of design, validation, monitoring, and clear ownership. I try to build all four into the solution from the start.',
	array[
		'Define the source of truth for each data element',
		'Validate field mappings carefully, including formats, required values, and reference data',
		'Build in schema validation, data normalization, and rejection handling for malformed records',
		'Reconcile counts or key values between systems to catch drift early',
		'Document known exceptions so support teams know what needs investigation',
		'Work with business users when rules are ambiguous so data reflects real operations',
		'Build monitoring and clear ownership into the solution from the start'],
	array[
		'How do you settle the source of truth when both systems claim to own the same data element?',
		'What happens to a malformed record after your integration rejects it?',
		'How would you reconcile two systems whose data keeps changing while you compare them?',
		'How do you keep a documented exception from hiding a genuine data problem?'],
	array['data-quality', 'ownership', 'stakeholders'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 4,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	4, 4, 1,
	'{"prompt":"How do you ensure data quality and consistency when integrating between two different systems?","difficulty":"medium","sampleAnswer":"I start by defining the source of truth for each data element, because consistency problems often happen when ownership is unclear. Then I validate field mappings carefully, including formats, required values, reference data, and any business rules that differ between systems. I also like to build checks into the integration itself, such as schema validation, data normalization, and rejection handling for malformed records. For critical processes, I implement reconciliation so we can compare counts or key values between systems and catch drift early. If there are known exceptions, I document them clearly so support teams understand what is expected versus what needs investigation. I also work closely with business users when rules are ambiguous, because technical accuracy alone is not enough if the data does not reflect real operations. In practice, good data quality comes from a mix of design, validation, monitoring, and clear ownership. I try to build all four into the solution from the start.","keyPoints":["Define the source of truth for each data element","Validate field mappings carefully, including formats, required values, and reference data","Build in schema validation, data normalization, and rejection handling for malformed records","Reconcile counts or key values between systems to catch drift early","Document known exceptions so support teams know what needs investigation","Work with business users when rules are ambiguous so data reflects real operations","Build monitoring and clear ownership into the solution from the start"],"probes":["How do you settle the source of truth when both systems claim to own the same data element?","What happens to a malformed record after your integration rejects it?","How would you reconcile two systems whose data keeps changing while you compare them?","How do you keep a documented exception from hiding a genuine data problem?"],"topics":["data-quality","ownership","stakeholders"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	5,
	'Describe a situation where you had to work with a difficult stakeholder or another team to deliver an integration.',
	'MEDIUM',
	'I worked on an integration where the upstream team was focused on their own release timeline and did not want to slow down to support our testing needs. Instead of escalating immediately, I scheduled a short working session to show them how their data would flow through the process and why a few test cases mattered. I kept the conversation focused on shared risk rather than blame. Once they saw that a small issue on their side could create downstream failures for operations, they were much more willing to collaborate. I also tried to make it easy for them by providing clear test payloads, expected results, and a simple checklist. That reduced back-and-forth and helped both teams stay on schedule. The project still had pressure, but the relationship improved because we were solving the problem together instead of working in separate lanes. I think integration work depends heavily on that kind of practical cooperation.',
	array[
		'Upstream team focused on its own release timeline, not on your testing needs',
		'Schedule a short working session instead of escalating immediately',
		'Show how their data flows through the process and why test cases matter',
		'Keep the conversation focused on shared risk rather than blame',
		'Point out that small upstream issues can create downstream failures for operations',
		'Make it easy with clear test payloads, expected results, and a simple checklist',
		'Less back-and-forth, with both teams staying on schedule',
		'Improve the relationship by solving the problem together, not in separate lanes'],
	array[
		'What would have made you escalate rather than keep working it out directly?',
		'What did you learn about the other side''s pressures that changed your approach?',
		'How did you make the downstream risk clear without it sounding like blame?',
		'Of the things you did to make cooperation easier for them, which helped most, and why?'],
	array['stakeholders', 'testing'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 5,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	5, 5, 1,
	'{"prompt":"Describe a situation where you had to work with a difficult stakeholder or another team to deliver an integration.","difficulty":"medium","sampleAnswer":"I worked on an integration where the upstream team was focused on their own release timeline and did not want to slow down to support our testing needs. Instead of escalating immediately, I scheduled a short working session to show them how their data would flow through the process and why a few test cases mattered. I kept the conversation focused on shared risk rather than blame. Once they saw that a small issue on their side could create downstream failures for operations, they were much more willing to collaborate. I also tried to make it easy for them by providing clear test payloads, expected results, and a simple checklist. That reduced back-and-forth and helped both teams stay on schedule. The project still had pressure, but the relationship improved because we were solving the problem together instead of working in separate lanes. I think integration work depends heavily on that kind of practical cooperation.","keyPoints":["Upstream team focused on its own release timeline, not on your testing needs","Schedule a short working session instead of escalating immediately","Show how their data flows through the process and why test cases matter","Keep the conversation focused on shared risk rather than blame","Point out that small upstream issues can create downstream failures for operations","Make it easy with clear test payloads, expected results, and a simple checklist","Less back-and-forth, with both teams staying on schedule","Improve the relationship by solving the problem together, not in separate lanes"],"probes":["What would have made you escalate rather than keep working it out directly?","What did you learn about the other side''s pressures that changed your approach?","How did you make the downstream risk clear without it sounding like blame?","Of the things you did to make cooperation easier for them, which helped most, and why?"],"topics":["stakeholders","testing"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	6,
	'What steps do you take to make an integration secure?',
	'MEDIUM',
	'Security starts with minimizing what data moves and only exposing the interfaces that are truly needed. I verify authentication and authorization requirements early, whether that means OAuth, certificates, service accounts, or another approved method. I avoid hardcoded secrets and make sure credentials are stored and rotated through proper secret-management processes. If sensitive data is involved, I confirm encryption in transit and, when appropriate, encryption at rest as well. I also pay attention to input validation, because integrations can become attack paths if they accept unsafe payloads. Logging is another area I handle carefully: I want enough detail for troubleshooting, but never so much that we expose personal or regulated data. On top of that, I prefer least-privilege access and clear environment separation between dev, test, and production. My view is that secure integration is mostly about disciplined basics done consistently, not complicated tricks. If those fundamentals are in place, the overall risk drops significantly.',
	array[
		'Minimize what data moves and expose only the interfaces truly needed',
		'Verify authentication and authorization requirements early, such as OAuth, certificates, or service accounts',
		'Avoid hardcoded secrets by storing and rotating credentials through secret management',
		'Confirm encryption of sensitive data in transit and, when appropriate, at rest',
		'Validate input so unsafe payloads cannot become attack paths',
		'Log enough detail for troubleshooting without exposing personal or regulated data',
		'Prefer least-privilege access for every integration',
		'Keep clear environment separation between dev, test, and production'],
	array[
		'How do you respond when a team asks for more data than the integration needs?',
		'How do you rotate a credential without interrupting a running integration?',
		'How much input validation do you apply when the payload comes from a trusted internal system?',
		'How do you troubleshoot a failed transaction when the data that caused it must not appear in the logs?'],
	array['security', 'data-privacy'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 6,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	6, 6, 1,
	'{"prompt":"What steps do you take to make an integration secure?","difficulty":"medium","sampleAnswer":"Security starts with minimizing what data moves and only exposing the interfaces that are truly needed. I verify authentication and authorization requirements early, whether that means OAuth, certificates, service accounts, or another approved method. I avoid hardcoded secrets and make sure credentials are stored and rotated through proper secret-management processes. If sensitive data is involved, I confirm encryption in transit and, when appropriate, encryption at rest as well. I also pay attention to input validation, because integrations can become attack paths if they accept unsafe payloads. Logging is another area I handle carefully: I want enough detail for troubleshooting, but never so much that we expose personal or regulated data. On top of that, I prefer least-privilege access and clear environment separation between dev, test, and production. My view is that secure integration is mostly about disciplined basics done consistently, not complicated tricks. If those fundamentals are in place, the overall risk drops significantly.","keyPoints":["Minimize what data moves and expose only the interfaces truly needed","Verify authentication and authorization requirements early, such as OAuth, certificates, or service accounts","Avoid hardcoded secrets by storing and rotating credentials through secret management","Confirm encryption of sensitive data in transit and, when appropriate, at rest","Validate input so unsafe payloads cannot become attack paths","Log enough detail for troubleshooting without exposing personal or regulated data","Prefer least-privilege access for every integration","Keep clear environment separation between dev, test, and production"],"probes":["How do you respond when a team asks for more data than the integration needs?","How do you rotate a credential without interrupting a running integration?","How much input validation do you apply when the payload comes from a trusted internal system?","How do you troubleshoot a failed transaction when the data that caused it must not appear in the logs?"],"topics":["security","data-privacy"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	7,
	'How do you handle API version changes or breaking changes in an external system?',
	'HARD',
	'I try to anticipate version changes before they become emergencies. First, I subscribe to vendor or platform release notices and review deprecation timelines early. When I know a change is coming, I assess exactly which workflows and data fields are affected, then I estimate the effort to update and retest. If possible, I build integrations in a way that makes version changes easier to isolate, such as keeping transformation logic separated from transport logic. I also like to use contract-style testing or sample payload validation so I can see when a change will break assumptions. If the provider offers parallel versions, I use that overlap period to test the new endpoint while keeping the old one stable. Communication matters too, because downstream teams need time to plan. I do not wait until the deadline approaches. I treat external version changes as a managed risk and work to reduce surprises through monitoring, testing, and early coordination.',
	array[
		'Subscribe to vendor or platform release notices and review deprecation timelines early',
		'Assess exactly which workflows and data fields are affected',
		'Estimate the effort to update and retest',
		'Keep transformation logic separated from transport logic to isolate version changes',
		'Use contract-style testing or sample payload validation to catch changes that break assumptions',
		'Test the new endpoint during the parallel overlap while keeping the old one stable',
		'Communicate so downstream teams have time to plan',
		'Treat version changes as a managed risk instead of waiting for the deadline'],
	array[
		'What would you do if a provider shipped a breaking change without any release notice?',
		'How do you make sure you have found every workflow that a changed field affects?',
		'What would you check in a contract-style test against an API you do not control?',
		'What would convince you, during an overlap period, that it is safe to switch to the new endpoint?'],
	array['apis', 'change-management', 'integration-design', 'testing'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 7,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	7, 7, 1,
	'{"prompt":"How do you handle API version changes or breaking changes in an external system?","difficulty":"hard","sampleAnswer":"I try to anticipate version changes before they become emergencies. First, I subscribe to vendor or platform release notices and review deprecation timelines early. When I know a change is coming, I assess exactly which workflows and data fields are affected, then I estimate the effort to update and retest. If possible, I build integrations in a way that makes version changes easier to isolate, such as keeping transformation logic separated from transport logic. I also like to use contract-style testing or sample payload validation so I can see when a change will break assumptions. If the provider offers parallel versions, I use that overlap period to test the new endpoint while keeping the old one stable. Communication matters too, because downstream teams need time to plan. I do not wait until the deadline approaches. I treat external version changes as a managed risk and work to reduce surprises through monitoring, testing, and early coordination.","keyPoints":["Subscribe to vendor or platform release notices and review deprecation timelines early","Assess exactly which workflows and data fields are affected","Estimate the effort to update and retest","Keep transformation logic separated from transport logic to isolate version changes","Use contract-style testing or sample payload validation to catch changes that break assumptions","Test the new endpoint during the parallel overlap while keeping the old one stable","Communicate so downstream teams have time to plan","Treat version changes as a managed risk instead of waiting for the deadline"],"probes":["What would you do if a provider shipped a breaking change without any release notice?","How do you make sure you have found every workflow that a changed field affects?","What would you check in a contract-style test against an API you do not control?","What would convince you, during an overlap period, that it is safe to switch to the new endpoint?"],"topics":["apis","change-management","integration-design","testing"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	8,
	'How do you approach logging, monitoring, and alerting for an integration you build?',
	'MEDIUM',
	'I design observability into the integration from the beginning, because it is much harder to add later after something fails. I make sure each transaction has a correlation ID or another way to trace it across systems. My logs include meaningful checkpoints such as request received, transformation completed, response sent, and retry or failure details. At the same time, I avoid logging sensitive payload data unless there is a strong reason and it is approved. For monitoring, I focus on the signals that matter most: success rate, latency, queue depth, retry counts, and error types. Alerting should be actionable, not noisy, so I tune thresholds to catch real issues without overwhelming the team. I also like to define what an acceptable warning looks like before go-live. That way operations knows when to react and developers know where to investigate. Good monitoring turns integration support from guesswork into a faster, more structured process.',
	array[
		'Design observability into the integration from the beginning',
		'Give each transaction a correlation ID to trace it across systems',
		'Log meaningful checkpoints: request received, transformation completed, response sent, retry or failure details',
		'Avoid logging sensitive payload data without a strong reason and approval',
		'Monitor success rate, latency, queue depth, retry counts, and error types',
		'Keep alerting actionable, not noisy, by tuning thresholds to catch real issues',
		'Define what an acceptable warning looks like before go-live',
		'Let operations know when to react and developers where to investigate'],
	array[
		'How do you trace a transaction through a system that cannot carry a correlation ID?',
		'What would count as a strong enough reason to log sensitive payload data?',
		'How could success rate and latency look healthy while the integration is still failing the business?',
		'How do you set an alert threshold for an integration that has no production history yet?'],
	array['observability', 'troubleshooting', 'data-privacy'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 8,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	8, 8, 1,
	'{"prompt":"How do you approach logging, monitoring, and alerting for an integration you build?","difficulty":"medium","sampleAnswer":"I design observability into the integration from the beginning, because it is much harder to add later after something fails. I make sure each transaction has a correlation ID or another way to trace it across systems. My logs include meaningful checkpoints such as request received, transformation completed, response sent, and retry or failure details. At the same time, I avoid logging sensitive payload data unless there is a strong reason and it is approved. For monitoring, I focus on the signals that matter most: success rate, latency, queue depth, retry counts, and error types. Alerting should be actionable, not noisy, so I tune thresholds to catch real issues without overwhelming the team. I also like to define what an acceptable warning looks like before go-live. That way operations knows when to react and developers know where to investigate. Good monitoring turns integration support from guesswork into a faster, more structured process.","keyPoints":["Design observability into the integration from the beginning","Give each transaction a correlation ID to trace it across systems","Log meaningful checkpoints: request received, transformation completed, response sent, retry or failure details","Avoid logging sensitive payload data without a strong reason and approval","Monitor success rate, latency, queue depth, retry counts, and error types","Keep alerting actionable, not noisy, by tuning thresholds to catch real issues","Define what an acceptable warning looks like before go-live","Let operations know when to react and developers where to investigate"],"probes":["How do you trace a transaction through a system that cannot carry a correlation ID?","What would count as a strong enough reason to log sensitive payload data?","How could success rate and latency look healthy while the integration is still failing the business?","How do you set an alert threshold for an integration that has no production history yet?"],"topics":["observability","troubleshooting","data-privacy"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	9,
	'Tell me about a time you improved an existing integration rather than building a new one from scratch.',
	'EASY',
	'I inherited a file-based integration that was working, but it was fragile and hard to support. The process had limited logging, manual retries, and no clear validation when records failed. Instead of rebuilding everything immediately, I first looked for the highest-value improvements with the least disruption. I added stronger file validation, better error messages, and a retry mechanism for temporary failures. Then I updated the scheduling and notification logic so operations would know quickly if a feed was late or incomplete. I also documented the flow more clearly so the support team could understand where to check first. Over time, those changes reduced manual intervention and made the process much easier to maintain. What I like about that approach is that it respects business continuity. Not every improvement needs a full redesign. Sometimes the best value comes from stabilizing what already exists and improving it in a controlled way.',
	array[
		'Fragile and hard to support: limited logging, manual retries, and no clear validation',
		'Look first for the highest-value improvements with the least disruption',
		'Add stronger file validation and better error messages',
		'Add a retry mechanism for temporary failures',
		'Update scheduling and notification so operations knows quickly about late or incomplete feeds',
		'Document the flow so the support team knows where to check first',
		'Reduced manual intervention and a process much easier to maintain',
		'Respect business continuity by stabilizing what already exists, not a full redesign'],
	array[
		'How did you weigh the value of each possible improvement against the disruption it would cause?',
		'How do you tell a temporary failure worth retrying from one that needs manual intervention?',
		'How did you introduce your changes without interrupting the running integration?',
		'What would have convinced you that a full redesign was the better choice?'],
	array['change-management', 'file-integration', 'reliability', 'observability'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 9,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	9, 9, 1,
	'{"prompt":"Tell me about a time you improved an existing integration rather than building a new one from scratch.","difficulty":"easy","sampleAnswer":"I inherited a file-based integration that was working, but it was fragile and hard to support. The process had limited logging, manual retries, and no clear validation when records failed. Instead of rebuilding everything immediately, I first looked for the highest-value improvements with the least disruption. I added stronger file validation, better error messages, and a retry mechanism for temporary failures. Then I updated the scheduling and notification logic so operations would know quickly if a feed was late or incomplete. I also documented the flow more clearly so the support team could understand where to check first. Over time, those changes reduced manual intervention and made the process much easier to maintain. What I like about that approach is that it respects business continuity. Not every improvement needs a full redesign. Sometimes the best value comes from stabilizing what already exists and improving it in a controlled way.","keyPoints":["Fragile and hard to support: limited logging, manual retries, and no clear validation","Look first for the highest-value improvements with the least disruption","Add stronger file validation and better error messages","Add a retry mechanism for temporary failures","Update scheduling and notification so operations knows quickly about late or incomplete feeds","Document the flow so the support team knows where to check first","Reduced manual intervention and a process much easier to maintain","Respect business continuity by stabilizing what already exists, not a full redesign"],"probes":["How did you weigh the value of each possible improvement against the disruption it would cause?","How do you tell a temporary failure worth retrying from one that needs manual intervention?","How did you introduce your changes without interrupting the running integration?","What would have convinced you that a full redesign was the better choice?"],"topics":["change-management","file-integration","reliability","observability"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');

insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at) values (
	10,
	'How do you manage integration testing across multiple dependent systems and teams?',
	'MEDIUM',
	'I start by mapping the dependencies so I know which system or team needs to be involved at each stage. Then I build a test plan that covers not only end-to-end success, but also failure cases, edge cases, and data variations. I try to get agreement early on test data, ownership, and expected results so nobody is surprised later. If one environment is shared or constrained, I create a sequence that avoids blocking other teams and makes the most of available time. I also keep communication very practical: what needs to be tested, by when, and what issue was found. During execution, I track defects carefully and separate environment issues from application issues so troubleshooting stays efficient. I have found that integration testing succeeds when it is treated like a coordinated process, not just a technical checkpoint. Clear plans, realistic data, and regular follow-up make a huge difference, especially when several systems have to work together cleanly.',
	array[
		'Map the dependencies to know which system or team each stage involves',
		'Plan tests for end-to-end success, failure cases, edge cases, and data variations',
		'Get agreement early on test data, ownership, and expected results',
		'Sequence work in a shared or constrained environment to avoid blocking other teams',
		'Communicate practically: what needs to be tested, by when, and what issue was found',
		'Track defects and separate environment issues from application issues',
		'Treat integration testing as a coordinated process, not just a technical checkpoint'],
	array[
		'What do you do when a team you depend on is not ready for its stage of the test plan?',
		'How do you agree on test data that has to be consistent across several systems?',
		'How do you set the order of testing when two teams need the same environment at once?',
		'How do you tell whether a failed test is an environment issue or an application issue?'],
	array['testing', 'ownership', 'stakeholders'],
	'PUBLISHED', 'EVERYONE', 'Ten integration engineering questions', 1, 10,
	timestamp with time zone '2026-11-22 00:00:00+00', timestamp with time zone '2026-11-22 00:00:00+00');
insert into question_revision (id, question_id, number, draft, author, reason, made_at) values (
	10, 10, 1,
	'{"prompt":"How do you manage integration testing across multiple dependent systems and teams?","difficulty":"medium","sampleAnswer":"I start by mapping the dependencies so I know which system or team needs to be involved at each stage. Then I build a test plan that covers not only end-to-end success, but also failure cases, edge cases, and data variations. I try to get agreement early on test data, ownership, and expected results so nobody is surprised later. If one environment is shared or constrained, I create a sequence that avoids blocking other teams and makes the most of available time. I also keep communication very practical: what needs to be tested, by when, and what issue was found. During execution, I track defects carefully and separate environment issues from application issues so troubleshooting stays efficient. I have found that integration testing succeeds when it is treated like a coordinated process, not just a technical checkpoint. Clear plans, realistic data, and regular follow-up make a huge difference, especially when several systems have to work together cleanly.","keyPoints":["Map the dependencies to know which system or team each stage involves","Plan tests for end-to-end success, failure cases, edge cases, and data variations","Get agreement early on test data, ownership, and expected results","Sequence work in a shared or constrained environment to avoid blocking other teams","Communicate practically: what needs to be tested, by when, and what issue was found","Track defects and separate environment issues from application issues","Treat integration testing as a coordinated process, not just a technical checkpoint"],"probes":["What do you do when a team you depend on is not ready for its stage of the test plan?","How do you agree on test data that has to be consistent across several systems?","How do you set the order of testing when two teams need the same environment at once?","How do you tell whether a failed test is an environment issue or an application issue?"],"topics":["testing","ownership","stakeholders"],"status":"published","audience":"everyone","source":"Ten integration engineering questions"}',
	'Question Bank', 'First edition', timestamp with time zone '2026-11-22 00:00:00+00');
