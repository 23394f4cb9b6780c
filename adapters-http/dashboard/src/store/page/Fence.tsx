import { Component, type ReactNode } from 'react';
import { ChunkFailed, forgetFailedParts } from '../../app/onDemand';
import { useTexts } from '../text/language';

/** Keeps a page that fails from taking the frame with it. */
export class Fence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  private readonly retry = () => {
    if (this.state.error instanceof ChunkFailed && this.state.error.isOutdated) {
      globalThis.location.reload();
    } else {
      forgetFailedParts();
      this.setState({ error: undefined });
    }
  };

  override render() {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Failed isPart={error instanceof ChunkFailed} retry={this.retry} />
    );
  }
}

/** Is made of plain elements: the parts of the kit may be what failed to load. */
function Failed({ isPart, retry }: { isPart: boolean; retry: () => void }) {
  const { failures, common } = useTexts();
  return (
    <div role="alert" className="panel form">
      <p>{isPart ? failures.unreachable : failures.unexpected}</p>
      <button type="button" className="text-link" onClick={retry}>
        {common.retry}
      </button>
    </div>
  );
}
