package okhttp3;

/** Stands for the class of this name in an HTTP library, which is not on the class path. */
public interface OkHttpClient {}
