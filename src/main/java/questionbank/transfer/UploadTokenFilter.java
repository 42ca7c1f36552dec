package questionbank.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter before Spring Security's that reads the CSRF token of a multipart form,
 * if it is the first part, as the request parameter {@value #PARAMETER}. It reads at most
 * {@value #MAX_HEAD} bytes, into memory: Spring's {@code MultipartFilter} at this place
 * would store the files of users who are not authorized, and a token in the URL would
 * stand in access logs. {@link Upload} reads the whole body after the authorization.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html#csrf-considerations-multipart">Spring
 * Security, multipart requests</a>
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10)
class UploadTokenFilter extends OncePerRequestFilter {

	/** The name of the field. */
	static final String PARAMETER = "_csrf";

	/** The longest beginning of a body that is read. */
	static final int MAX_HEAD = 2_048;

	/** The request attribute with the beginning of the body that is read. */
	private static final String HEAD = UploadTokenFilter.class.getName();

	/** Returns the whole body of a multipart form, also after the filter. */
	static InputStream body(HttpServletRequest request) throws IOException {
		return (request.getAttribute(HEAD) instanceof byte[] head)
				? new SequenceInputStream(new ByteArrayInputStream(head), request.getInputStream())
				: request.getInputStream();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod())
				|| !Objects.requireNonNullElse(request.getContentType(), "")
					.toLowerCase(Locale.ROOT)
					.startsWith(FileUpload.MULTIPART_FORM_DATA);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new UploadRequest(request), response);
	}

	/** A request that reads the beginning of its body when the token is asked for. */
	private static final class UploadRequest extends HttpServletRequestWrapper {

		private byte @Nullable [] head;

		private @Nullable String token;

		UploadRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			if (!name.equals(PARAMETER)) {
				return super.getParameter(name);
			}
			if (this.head == null) {
				readHead();
			}
			return this.token;
		}

		/** Reads until the token is complete, or the body is something else. */
		private void readHead() {
			var read = new ByteArrayOutputStream();
			this.head = new byte[0];
			try {
				var body = super.getInputStream();
				var part = new byte[MAX_HEAD];
				int length;
				while (this.token == null && read.size() < MAX_HEAD
						&& (length = body.read(part, 0, MAX_HEAD - read.size())) > 0) {
					read.write(part, 0, length);
					this.token = firstField(read.toByteArray());
				}
			}
			catch (IOException ex) {
				// The body has ended early: there is no token, and the request is denied.
				this.token = null;
			}
			this.head = read.toByteArray();
			setAttribute(HEAD, this.head);
		}

		/** Returns the token if the complete first part is its field. */
		private @Nullable String firstField(byte[] bytes) {
			try {
				var parts = new FileUpload().getItemIterator(new Head(this, bytes));
				if (parts.hasNext()) {
					var part = parts.next();
					try (var content = part.openStream()) {
						return (part.isFormField() && PARAMETER.equals(part.getFieldName()))
								? new String(content.readAllBytes(), StandardCharsets.UTF_8) : null;
					}
				}
			}
			catch (IOException | RuntimeException ex) {
				// The part is not complete yet, or malformed.
				return null;
			}
			return null;
		}

	}

	/** The beginning of a body, as {@link FileUpload} reads it. */
	private static final class Head extends ServletRequestContext {

		private final byte[] bytes;

		Head(HttpServletRequest request, byte[] bytes) {
			super(request);
			this.bytes = bytes;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream(this.bytes);
		}

	}

}
