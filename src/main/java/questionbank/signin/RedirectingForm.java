package questionbank.signin;

/**
 * A form that redirects to a requested page once it is accepted. The links between the
 * pages of such forms keep the requested page.
 */
interface RedirectingForm {

	/**
	 * The path of the requested page; that of the home page, or empty, for the default.
	 */
	String to();

	/**
	 * Returns the address of another page with such a form.
	 * @param address without the requested page
	 */
	default String link(String address) {
		return SignInRedirect.withTarget(address, to());
	}

}
