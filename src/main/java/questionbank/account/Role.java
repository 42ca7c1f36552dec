package questionbank.account;

/**
 * What a person who has signed in may do; each role may do all that those before it may.
 */
public enum Role {

	CANDIDATE, INTERVIEWER, ADMINISTRATOR

}
