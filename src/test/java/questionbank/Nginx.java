package questionbank;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The web server nginx as reverse proxy, with the configuration of the distribution and a
 * certificate of its own.
 */
class Nginx implements AutoCloseable {

	private static final Path CONFIGURATION = Path.of("src", "dist", "nginx", "question-bank.conf");

	private static final String PASSWORD = "unimportant";

	private final int plainPort = freePort();

	private final int tlsPort = freePort();

	private final Path folder;

	private final KeyStore keys;

	private final Process process;

	/**
	 * Starts nginx.
	 * @param folder for its files
	 * @param target the port of the program
	 */
	Nginx(Path folder, int target) throws IOException, GeneralSecurityException, InterruptedException {
		this.folder = folder;
		this.keys = createKeys();
		configure(target);
		this.process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c",
				folder.resolve("nginx.conf").toString(), "-g", "daemon off;")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("nginx.log").toFile())
			.start();
		awaitPort();
	}

	/** Whether nginx is installed. */
	static boolean isInstalled() {
		try {
			return new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String address() {
		return "https://localhost:" + this.tlsPort;
	}

	String plainAddress() {
		return "http://localhost:" + this.plainPort;
	}

	/** Returns a TLS context that trusts the certificate. */
	SSLContext tls() throws GeneralSecurityException {
		var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(this.keys);
		var context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private KeyStore createKeys() throws IOException, GeneralSecurityException, InterruptedException {
		var file = this.folder.resolve("keys.p12");
		var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		new ProcessBuilder(keytool, "-genkeypair", "-alias", "proxy", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
			.start()
			.waitFor();
		var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
		var trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
		writePem("certificate.pem", "CERTIFICATE", keys.getCertificate("proxy").getEncoded());
		writePem("key.pem", "PRIVATE KEY", keys.getKey("proxy", PASSWORD.toCharArray()).getEncoded());
		return trusted;
	}

	private void writePem(String name, String type, byte[] content) throws IOException {
		var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
		Files.writeString(this.folder.resolve(name),
				"-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, base64));
	}

	/**
	 * Replaces the ports, the name and the certificate of the configuration, and no more.
	 */
	private void configure(int target) throws IOException {
		var site = Files.readString(CONFIGURATION)
			.replace("127.0.0.1:8080", "127.0.0.1:" + target)
			.replaceAll("(?m)^.*listen \\[::].*$", "")
			.replace("listen 80;", "listen 127.0.0.1:" + this.plainPort + ";")
			.replace("listen 443 ssl;", "listen 127.0.0.1:" + this.tlsPort + " ssl;")
			.replace("questions.example.org;", "localhost;")
			.replace("/etc/ssl/questions.example.org.pem", this.folder.resolve("certificate.pem").toString())
			.replace("/etc/ssl/questions.example.org.key", this.folder.resolve("key.pem").toString())
			.replace("Host $host;", "Host $http_host;");
		Files.writeString(this.folder.resolve("site.conf"), site);
		var temporary = List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
			.stream()
			.map((kind) -> kind + "_temp_path " + this.folder.resolve(kind) + ";\n")
			.reduce("", String::concat);
		Files.writeString(this.folder.resolve("nginx.conf"),
				"user " + System.getProperty("user.name") + ";\npid " + this.folder.resolve("nginx.pid")
						+ ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + temporary + "include "
						+ this.folder.resolve("site.conf") + ";\n}\n");
	}

	private void awaitPort() throws IOException {
		while (true) {
			try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.tlsPort)) {
				return;
			}
			catch (ConnectException ex) {
				if (!this.process.isAlive()) {
					throw new IllegalStateException(Files.readString(this.folder.resolve("nginx.log")), ex);
				}
				Thread.onSpinWait();
			}
		}
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(10, TimeUnit.SECONDS);
	}

}
