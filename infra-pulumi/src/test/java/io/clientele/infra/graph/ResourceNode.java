package io.clientele.infra.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource with its inputs. A path such as {@code rules.0.name} selects a nested input by names
 * and list indexes.
 */
public record ResourceNode(
    String type,
    String name,
    Map<String, Object> inputs,
    boolean isProtected,
    String parent,
    List<String> dependsOn,
    boolean isRetained) {

  /** A resource that AWS deletes once the program no longer has it. */
  public ResourceNode(
      String type,
      String name,
      Map<String, Object> inputs,
      boolean isProtected,
      String parent,
      List<String> dependsOn) {
    this(type, name, inputs, isProtected, parent, dependsOn, false);
  }

  public Optional<Object> at(String path) {
    Object here = inputs;
    for (var step : path.split("\\.")) {
      here = into(here, step);
      if (here == null) {
        return Optional.empty();
      }
    }
    return Optional.of(here);
  }

  private static Object into(Object here, String step) {
    if (here instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (here instanceof List<?> list && step.matches("[0-9]+")) {
      var index = Integer.parseInt(step);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  public String text(String path) {
    return at(path).map(ResourceNode::plain).orElse("");
  }

  /** The value as text; a whole number has no fraction. */
  public static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? Long.toString(number.longValue())
        : String.valueOf(value);
  }

  public boolean is(String path) {
    return text(path).equals("true");
  }

  public double number(String path) {
    return at(path).map(value -> Double.parseDouble(plain(value))).orElse(0.0);
  }

  public List<Object> list(String path) {
    return at(path).map(value -> List.<Object>copyOf((List<?>) value)).orElse(List.of());
  }

  public List<String> texts(String path) {
    return list(path).stream().map(ResourceNode::plain).toList();
  }

  /** Parses the JSON text at a path. */
  public JsonElement json(String path) {
    return JsonParser.parseString(text(path));
  }

  /** Returns the resource with another value at a path; null removes the value. */
  public ResourceNode with(String path, Object value) {
    var steps = List.of(path.split("\\."));
    return new ResourceNode(
        type, name, edited(inputs, steps, value), isProtected, parent, dependsOn, isRetained);
  }

  public ResourceNode unprotected() {
    return new ResourceNode(type, name, inputs, false, parent, dependsOn, isRetained);
  }

  public ResourceNode unretained() {
    return new ResourceNode(type, name, inputs, isProtected, parent, dependsOn, false);
  }

  public ResourceNode independent() {
    return new ResourceNode(type, name, inputs, isProtected, parent, List.of(), isRetained);
  }

  @SuppressWarnings("unchecked")
  private static <T> T edited(T here, List<String> steps, Object value) {
    var step = steps.get(0);
    var rest = steps.subList(1, steps.size());
    if (here instanceof List<?> list) {
      var copy = new ArrayList<Object>(list);
      var index = Integer.parseInt(step);
      copy.set(index, rest.isEmpty() ? value : edited(copy.get(index), rest, value));
      return (T) copy;
    }
    var copy = new LinkedHashMap<String, Object>((Map<String, Object>) here);
    if (!rest.isEmpty()) {
      copy.put(step, edited(copy.get(step), rest, value));
    } else if (value == null) {
      copy.remove(step);
    } else {
      copy.put(step, value);
    }
    return (T) copy;
  }
}
