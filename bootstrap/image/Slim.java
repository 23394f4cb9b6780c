import static java.lang.classfile.ClassTransform.transformingMethodBodies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the service calls of it is one function; it would also be a provider of ciphers. */
String partlyUsed = "bcprov-";

Pattern itsNames = Pattern.compile("org[/.]bouncycastle[\\w/.$]+");

/**
 * Matches signatures, which would no longer be right, files that only compilers read, and files for
 * web.xml, for messages in other languages and for Kotlin clients of Redis.
 */
Pattern unread =
    Pattern.compile(
        "META-INF/[^/]+\\.(SF|RSA|DSA|EC|kotlin_module)"
            + "|(META-INF/versions/\\d+/)?module-info.class"
            + "|jakarta/servlet/resources/.+"
            + "|org/postgresql/translation/.+"
            + "|io/lettuce/core/.*coroutines/.+");

Map<String, byte[]> known = new HashMap<>();

/**
 * Leaves out of jars what no running service needs: names of local variables, lines of code that is
 * not ours, and of one large library the classes that ours do not lead to. Argument: the folder of
 * the jars.
 */
void main(String[] args) throws IOException {
  var folder = Path.of(args[0]);
  var jars = new TreeMap<String, Map<String, byte[]>>();
  try (var files = Files.list(folder)) {
    for (var file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
      jars.put(file.getFileName().toString(), entries(file));
    }
  }
  jars.values().forEach(known::putAll);
  var ours = jars.keySet().stream().filter(this::isOurs).map(jars::get).toList();
  for (var jar : jars.entrySet()) {
    if (jar.getKey().startsWith(partlyUsed)) {
      var used = used(jar.getValue(), ours);
      jar.getValue().keySet().removeIf(name -> isOffered(name) && !used.contains(name));
    }
    write(folder.resolve(jar.getKey()), jar.getValue(), classFile(isOurs(jar.getKey())));
  }
}

boolean isOurs(String jar) {
  return jar.startsWith("clientele-");
}

boolean isClass(String entry) {
  return entry.endsWith(".class");
}

boolean isOffered(String entry) {
  return isClass(entry) || entry.startsWith("META-INF/services/");
}

Map<String, byte[]> entries(Path file) throws IOException {
  var all = new TreeMap<String, byte[]>();
  try (var jar = new JarFile(file.toFile(), false)) {
    for (var entry : jar.stream().toList()) {
      if (!unread.matcher(entry.getName()).matches()) {
        all.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
  }
  return all;
}

/** All that our classes name, and what that names in turn, be it in a text. */
Set<String> used(Map<String, byte[]> library, List<Map<String, byte[]>> ours) {
  var found = new TreeSet<String>();
  var next = new ArrayDeque<byte[]>();
  ours.forEach(jar -> next.addAll(jar.values()));
  while (!next.isEmpty()) {
    var text = new String(next.remove(), StandardCharsets.ISO_8859_1);
    for (var match : itsNames.matcher(text).results().toList()) {
      var name = match.group().replace('.', '/') + ".class";
      if (library.containsKey(name) && found.add(name)) {
        next.add(library.get(name));
      }
    }
  }
  return found;
}

void write(Path file, Map<String, byte[]> entries, ClassFile classes) throws IOException {
  try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
    out.setLevel(Deflater.BEST_COMPRESSION);
    for (var entry : entries.entrySet()) {
      var made = new ZipEntry(entry.getKey());
      made.setTime(0);
      out.putNextEntry(made);
      out.write(slim(entry.getKey(), entry.getValue(), classes));
    }
  }
}

byte[] slim(String name, byte[] bytes, ClassFile classes) throws IOException {
  if (name.equals(JarFile.MANIFEST_NAME)) {
    var manifest = new Manifest(new ByteArrayInputStream(bytes));
    manifest.getEntries().clear();
    var out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }
  return isClass(name) ? slim(bytes, classes) : bytes;
}

byte[] slim(byte[] bytes, ClassFile classes) {
  try {
    var each = transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    return classes.transformClass(classes.parse(bytes), each);
  } catch (IllegalArgumentException aClassThatItNamesIsNotHere) {
    return bytes;
  }
}

ClassFile classFile(boolean withLines) {
  return ClassFile.of(
      DebugElementsOption.DROP_DEBUG,
      withLines ? LineNumbersOption.PASS_LINE_NUMBERS : LineNumbersOption.DROP_LINE_NUMBERS,
      ConstantPoolSharingOption.NEW_POOL,
      ClassHierarchyResolverOption.of(
          ClassHierarchyResolver.ofResourceParsing(this::bytes)
              .orElse(ClassHierarchyResolver.defaultResolver())));
}

InputStream bytes(ClassDesc type) {
  var name = type.descriptorString();
  var bytes = known.get(name.substring(1, name.length() - 1) + ".class");
  return bytes == null ? null : new ByteArrayInputStream(bytes);
}
